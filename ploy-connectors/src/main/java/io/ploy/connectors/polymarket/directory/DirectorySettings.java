package io.ploy.connectors.polymarket.directory;

import java.time.Duration;

/**
 * How a directory is kept up to date.
 *
 * @param refresh how long to wait between two looks at the catalogue, give or take a tenth
 * @param termsAge how old what the order book's service said may become before it is asked again
 * @param termsAtOnce how many markets it is asked for in one look
 * @param keepFinished how long a market is remembered after its payout was known
 * @param mostKnown how many markets are remembered
 * @param mostScanned how many entries of the catalogue one source may make us look through
 */
public record DirectorySettings(
        Duration refresh, Duration termsAge, int termsAtOnce, Duration keepFinished, int mostKnown, int mostScanned) {
    /** Checks the ranges. */
    public DirectorySettings {
        if (refresh.toMillis() < 1_000 || termsAge.isNegative() || keepFinished.isNegative()) {
            throw new IllegalArgumentException(
                    "a directory is refreshed after a second or more, and ages are not negative:" + " refresh "
                            + refresh + ", terms " + termsAge + ", finished markets " + keepFinished);
        }
        if (termsAtOnce < 0 || mostKnown < 1 || mostScanned < 1) {
            throw new IllegalArgumentException("a directory knows and scans one market or more: terms at once "
                    + termsAtOnce + ", known " + mostKnown + ", scanned " + mostScanned);
        }
    }

    /** What suits a few hundred markets: half a minute, and terms of each market every five minutes. */
    public static DirectorySettings defaults() {
        return new DirectorySettings(
                Duration.ofSeconds(30), Duration.ofMinutes(5), 100, Duration.ofHours(1), 20_000, 20_000);
    }

    /** The same with another pause between two looks. */
    public DirectorySettings refreshing(Duration every) {
        return new DirectorySettings(every, termsAge, termsAtOnce, keepFinished, mostKnown, mostScanned);
    }
}
