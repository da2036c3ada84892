package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.limit.SignerLimits;
import io.ploy.testkit.polymarket.limit.TokenKind;
import io.ploy.testkit.polymarket.mode.ModeSwitch;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Places orders, one or several. */
final class OrderRoutes {
    private static final int MOST_ORDERS = 15;

    private final Callers callers;
    private final OrderIntake intake;
    private final TradingDesk desk;
    private final SignerLimits limits;
    private final ModeSwitch mode;

    OrderRoutes(Callers callers, OrderIntake intake, TradingDesk desk, SignerLimits limits, ModeSwitch mode) {
        this.callers = callers;
        this.intake = intake;
        this.desk = desk;
        this.limits = limits;
        this.mode = mode;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/order", (request, parts) -> one(request));
        routes.on("POST", "/orders", (request, parts) -> several(request));
    }

    private Turn one(WireRequest request) {
        Caller caller = callers.caller(request);
        Leg leg = firstHalf(() -> intake.read(caller, Bodies.read(request.body(), Words.INVALID_ORDER)));
        return () -> placing(
                caller,
                List.of(leg),
                () -> WireAnswer.json(desk.place(leg.candidate()).json()));
    }

    /** A refusal of the first half waits for its turn: limits and modes come before it. */
    private static Leg firstHalf(Supplier<Leg> reading) {
        try {
            return reading.get();
        } catch (RefusedException e) {
            return Leg.refused(e, false);
        }
    }

    private Turn several(WireRequest request) {
        Caller caller = callers.caller(request);
        JsonNode json = Bodies.read(request.body(), Words.INVALID_ORDER);
        if (!json.isArray() || json.isEmpty()) {
            throw new RefusedException(400, Words.INVALID_ORDER);
        }
        if (json.size() > MOST_ORDERS) {
            throw new RefusedException(
                    400, "Too many orders in payload: " + json.size() + ", max allowed: " + MOST_ORDERS);
        }
        List<Leg> legs = new ArrayList<>(json.size());
        json.forEach(order -> legs.add(intake.read(caller, order)));
        return () -> placing(caller, legs, () -> placeEach(legs));
    }

    private WireAnswer placing(Caller caller, List<Leg> legs, Supplier<WireAnswer> work) {
        return limits.metered(caller.signer(), TokenKind.ORDER, legs.size(), () -> {
            mode.admitOrders(legs.stream().allMatch(Leg::isPostOnly));
            return work.get();
        });
    }

    private WireAnswer placeEach(List<Leg> legs) {
        List<String> answers = new ArrayList<>(legs.size());
        for (Leg leg : legs) {
            try {
                answers.add(desk.place(leg.candidate()).json());
            } catch (RefusedException e) {
                answers.add(Placed.refused(e));
            }
        }
        return WireAnswer.json("[" + String.join(",", answers) + "]");
    }
}
