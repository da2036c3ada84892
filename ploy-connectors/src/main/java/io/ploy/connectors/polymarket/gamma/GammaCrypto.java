package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What decides a market about a coin's price, where the catalogue says it ({@code cryptoMarketConfig}).
 *
 * @param asset such as {@code btc}, may be empty
 * @param duration such as {@code 5m}, may be empty
 * @param average over which time before each end of the window the price is averaged; zero for a single point, null where
 *     it says nothing
 */
public record GammaCrypto(
        String asset, String duration, @Nullable Duration average) {
    static GammaCrypto read(JsonValue value) {
        return value.object(in -> {
            in.ignore("id");
            Boolean averaged = Texts.flagOrNull(in, "twapEnabled");
            Duration average =
                    in.filled("twapLookbackSeconds").map(GammaCrypto::seconds).orElse(null);
            return new GammaCrypto(
                    Texts.text(in, "asset"),
                    Texts.text(in, "duration"),
                    Boolean.FALSE.equals(averaged) ? Duration.ZERO : average);
        });
    }

    private static Duration seconds(JsonValue value) {
        int seconds = value.wholeInt();
        if (seconds < 0) {
            throw value.wrong("is " + seconds + " where seconds, 0 or more, are expected");
        }
        return Duration.ofSeconds(seconds);
    }
}
