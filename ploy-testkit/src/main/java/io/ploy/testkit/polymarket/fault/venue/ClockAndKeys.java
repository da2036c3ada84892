package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A venue whose clock is off, or which forgets credentials. */
final class ClockAndKeys implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.SKEW).help("What is off.");
    static final Parameter<Duration> SKEW = Parameter.duration("skew", "30").help("For SKEW: how far.");
    static final Parameter<Boolean> BEHIND =
            Parameter.flag("behind", "false").help("For SKEW: whether the venue is behind rather than ahead.");
    static final Parameter<Integer> DRIFT = Parameter.integer("driftPpm", "0")
            .between("0", "100000")
            .help("For SKEW: millionths it gains or loses besides.");
    private static final long TOLERANCE_SECONDS = 60;
    private static final String UNAUTHORIZED = "Unauthorized/Invalid api key";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** What is off. */
    enum How {
        /** Times told are shifted, and so are the times signatures may have. */
        SKEW,
        /** Requests with good credentials are refused. */
        REFUSED,
        /** An API key is forgotten until it is asked for anew. */
        LAPSED
    }

    private final Injection injection;
    private final How how;
    private final Set<String> lapsed = new LinkedHashSet<>();
    private @Nullable Instant since;

    ClockAndKeys(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public void armed() {
        since = injection.venue().state().now();
    }

    @Override
    public OnRequest before(Ask ask) {
        String key = ask.request().header("POLY_API_KEY").orElse("");
        if (how == How.LAPSED && ask.request().path().startsWith("/auth/") && key.isEmpty()) {
            lapsed.clear();
            return OnRequest.GO_ON;
        }
        if (key.isEmpty()) {
            return OnRequest.GO_ON;
        }
        boolean refused = switch (how) {
            case SKEW -> isOff(ask) && injection.fires(ask);
            case REFUSED -> injection.fires(ask);
            case LAPSED -> lapsed.contains(key) || (injection.fires(ask) && lapsed.add(key));
        };
        return refused ? OnRequest.refuse(Effects.refusal(401, UNAUTHORIZED)) : OnRequest.GO_ON;
    }

    private boolean isOff(Ask ask) {
        String stamp = ask.request().header("POLY_TIMESTAMP").orElse("");
        return injection.trigger().isOpen()
                && stamp.matches("[0-9]{1,12}")
                && Math.abs(shown().getEpochSecond() - Long.parseLong(stamp)) > TOLERANCE_SECONDS;
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        if (how != How.SKEW || !injection.trigger().isOpen()) {
            return OnAnswer.send(answer);
        }
        WireAnswer dated = answer.with("Date", DATE.format(shown()));
        return ask.is(Api.CLOB, "GET", "/time") && injection.fires(ask)
                ? OnAnswer.send(Effects.withBody(dated, Long.toString(shown().getEpochSecond())))
                : OnAnswer.send(dated);
    }

    private Instant shown() {
        Instant now = injection.venue().state().now();
        long gone = since == null ? 0 : Duration.between(since, now).toNanos();
        Duration off = injection.get(SKEW).plusNanos(gone / 1_000_000 * injection.get(DRIFT));
        return injection.get(BEHIND) ? now.minus(off) : now.plus(off);
    }
}
