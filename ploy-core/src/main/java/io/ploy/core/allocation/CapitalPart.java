package io.ploy.core.allocation;

/**
 * A part of a domain that the markets of one kind share.
 *
 * @param name as its key below {@code allocation.domains}, such as {@code crypto.windows.5m}
 * @param share of what the domain has
 */
public record CapitalPart(String name, Fraction share) {}
