package io.ploy.testkit.polymarket.listing;

/**
 * A word that events are found by.
 *
 * @param id decimal digits
 * @param label for people
 * @param slug for addresses
 */
public record Tag(String id, String label, String slug) {}
