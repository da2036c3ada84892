package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.mode.VenueMode;
import java.time.Duration;

/** Switches the venue's mode. */
final class TradingLimited extends Deed {
    static final Parameter<Mode> MODE =
            Parameter.choice("mode", Mode.CANCEL_ONLY).help("What is still taken.");
    static final Parameter<Duration> LENGTH =
            Parameter.duration("length", "0").help("How long, told to clients; 0 for until the fault is over.");

    /** Modes to switch to. */
    enum Mode {
        CANCEL_ONLY(VenueMode.CANCEL_ONLY),
        POST_ONLY(VenueMode.POST_ONLY),
        DISABLED(VenueMode.DISABLED);

        private final VenueMode mode;

        Mode(VenueMode mode) {
            this.mode = mode;
        }
    }

    TradingLimited(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        Duration length = injection().get(LENGTH);
        if (length.isZero()) {
            injection().venue().mode().set(injection().get(MODE).mode);
        } else {
            injection().venue().mode().set(injection().get(MODE).mode, length);
        }
    }

    @Override
    public void over() {
        if (injection().venue().mode().mode() == injection().get(MODE).mode) {
            injection().venue().mode().set(VenueMode.NORMAL);
        }
    }
}
