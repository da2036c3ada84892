package io.ploy.host.demo;

import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Price;
import io.ploy.api.notify.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Small things in words. */
final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String millis(Instant at) {
        return MILLIS.format(at);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String alert(Alert alert) {
        return lower(alert.severity()) + " " + alert.code() + " " + alert.subject() + ": " + alert.message();
    }

    /** The winner's name, or what both pay. */
    static String outcome(Market market, Resolution resolution) {
        if (resolution.firstPayout().equals(Price.ONE)) {
            return market.first().name();
        }
        if (resolution.secondPayout().equals(Price.ONE)) {
            return market.second().name();
        }
        return resolution.firstPayout().equals(resolution.secondPayout()) ? "void" : "split";
    }
}
