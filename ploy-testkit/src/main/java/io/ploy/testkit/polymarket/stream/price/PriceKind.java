package io.ploy.testkit.polymarket.stream.price;

import java.util.Locale;

/** The kinds of prices the services publish, and what each service calls them. */
enum PriceKind {
    /** Of an exchange. */
    EXCHANGE("binance", "crypto_prices", ""),
    /** Of the oracle on which short windows settle. */
    ORACLE("chainlink", "crypto_prices_chainlink", ""),
    /** Averages of the oracle's over half a minute. */
    AVERAGE_30("chainlink", "crypto_prices_twap_thirty", "price.crypto.twap"),
    /** Averages of the oracle's over a minute. */
    AVERAGE_60("chainlink", "crypto_prices_twap_sixty", "price.crypto.twap"),
    /** Of the newer service's own source. */
    PUBLISHER("pyth", "", "price.crypto"),
    /** Of shares and the like. */
    EQUITY("", "equity_prices", "price.equity");

    private final String source;
    private final String topic;
    private final String channel;

    PriceKind(String source, String topic, String channel) {
        this.source = source;
        this.topic = topic;
        this.channel = channel;
    }

    /** From whom it is taken if there are several; empty if from anybody. */
    String source() {
        return source;
    }

    /** Its name at the older service; empty if it is not there. */
    String topic() {
        return topic;
    }

    /** Its name at the newer service; empty if it is not there. */
    String channel() {
        return channel;
    }

    /** Over how long it is averaged; 0 where it is not. */
    int windowSeconds() {
        return switch (this) {
            case AVERAGE_30 -> 30;
            case AVERAGE_60 -> 60;
            default -> 0;
        };
    }

    /** Whether it is about symbols like this: crypto prices are of pairs. */
    boolean covers(String symbol) {
        return (this == EQUITY) != (symbol.indexOf('/') >= 0);
    }

    /** What the older service calls a symbol. */
    String topicSymbol(String symbol) {
        String lower = symbol.toLowerCase(Locale.ROOT);
        if (this != EXCHANGE) {
            return lower;
        }
        String joined = lower.replace("/", "");
        return joined.endsWith("usd") ? joined + "t" : joined;
    }

    /** What the newer service calls a symbol. */
    String channelSymbol(String symbol) {
        return symbol.toLowerCase(Locale.ROOT).replace("/", "");
    }
}
