package io.ploy.connectors.polymarket.http;

/**
 * Whether the venue serves the place that requests come from.
 *
 * @param blocked whether it does not
 * @param country its code, empty if the venue does not say
 * @param region of that country, empty if the venue does not say
 */
public record Geoblock(boolean blocked, String country, String region) {}
