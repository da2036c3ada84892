package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.gamma.GammaMarket;
import java.time.Instant;

/**
 * A market as the catalogue had it.
 *
 * @param market as it was read
 * @param at when it was asked for
 */
record Listed(GammaMarket market, Instant at) {}
