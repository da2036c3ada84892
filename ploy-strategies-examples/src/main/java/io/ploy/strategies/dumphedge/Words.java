package io.ploy.strategies.dumphedge;

import io.ploy.api.money.FixedPoint;
import io.ploy.strategies.input.Nanos;
import java.util.Locale;

/** Numbers for the reasons that orders carry: the same text on every machine. */
final class Words {
    private Words() {}

    static String usd(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    static String micros(long micros) {
        return FixedPoint.format(micros);
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", Nanos.seconds(nanos));
    }
}
