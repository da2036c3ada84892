package io.ploy.connectors.polymarket.stream;

/**
 * How a source of prices does.
 *
 * @param socket its connection
 * @param prices how many prices it gave
 * @param carriedForward prices the source only repeated, for want of a newer one; they were left out
 * @param malformed messages that could not be understood; they were left out
 * @param missed messages known to be missing, by their numbers or by the venue's word
 * @param refusals requests the venue said no to
 */
public record PriceHealth(
        SocketHealth socket, long prices, long carriedForward, long malformed, long missed, long refusals) {}
