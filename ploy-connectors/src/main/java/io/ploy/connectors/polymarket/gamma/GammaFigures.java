package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much is traded and quoted, minutes old, for choosing markets and never for pricing. Null where the catalogue says
 * nothing.
 *
 * @param volume traded so far, in USD
 * @param volume24Hours traded in the last day, in USD
 * @param liquidity offered in the book, in USD
 * @param bestBid the highest price bid
 * @param bestAsk the lowest price asked
 * @param lastTrade the price of the last trade
 */
public record GammaFigures(
        @Nullable BigDecimal volume,
        @Nullable BigDecimal volume24Hours,
        @Nullable BigDecimal liquidity,
        @Nullable BigDecimal bestBid,
        @Nullable BigDecimal bestAsk,
        @Nullable BigDecimal lastTrade) {
    static GammaFigures read(JsonObject in) {
        BigDecimal volume = Texts.decimal(in, "volume");
        BigDecimal volumeNumber = Texts.decimal(in, "volumeNum");
        BigDecimal liquidity = Texts.decimal(in, "liquidity");
        BigDecimal liquidityNumber = Texts.decimal(in, "liquidityNum");
        return new GammaFigures(
                volume != null ? volume : volumeNumber,
                Texts.decimal(in, "volume24hr"),
                liquidity != null ? liquidity : liquidityNumber,
                Texts.decimal(in, "bestBid"),
                Texts.decimal(in, "bestAsk"),
                Texts.decimal(in, "lastTradePrice"));
    }
}
