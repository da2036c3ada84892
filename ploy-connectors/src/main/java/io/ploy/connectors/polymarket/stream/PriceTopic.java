package io.ploy.connectors.polymarket.stream;

import java.util.Locale;

/**
 * One price of the newer price service.
 *
 * @param channel the service's name of the kind, such as {@code price.crypto}
 * @param symbol the service's name of what is priced, lower case, such as {@code btcusd}
 * @param windowSeconds over how long it is averaged; 0 where it is not
 * @param source under which name it is passed on
 */
public record PriceTopic(String channel, String symbol, int windowSeconds, String source) {
    static final String CRYPTO = "price.crypto";
    static final String AVERAGE = "price.crypto.twap";
    static final String EQUITY = "price.equity";

    /** Checks that nothing is missing. */
    public PriceTopic {
        if (channel.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException(
                    "a price needs a channel and a source, found '" + channel + "' and '" + source + "'");
        }
        if (symbol.isBlank() || !symbol.equals(symbol.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the service writes symbols in lower case, found '" + symbol + "'");
        }
        if (windowSeconds < 0) {
            throw new IllegalArgumentException("windowSeconds must not be negative, found " + windowSeconds);
        }
    }

    /**
     * A crypto price; the service takes it from Pyth.
     *
     * @param symbol such as {@code btcusd}
     * @return the topic
     */
    public static PriceTopic crypto(String symbol) {
        return new PriceTopic(CRYPTO, symbol, 0, "pyth");
    }

    /**
     * Chainlink's price averaged over a minute, on which short crypto windows settle.
     *
     * @param symbol such as {@code btcusd}
     * @return the topic
     */
    public static PriceTopic average(String symbol) {
        return new PriceTopic(AVERAGE, symbol, 60, "chainlink-twap-60");
    }

    /**
     * The price of a share, a currency, a metal or a commodity.
     *
     * @param symbol such as {@code aapl}
     * @return the topic
     */
    public static PriceTopic equity(String symbol) {
        return new PriceTopic(EQUITY, symbol, 0, "polymarket-equity");
    }
}
