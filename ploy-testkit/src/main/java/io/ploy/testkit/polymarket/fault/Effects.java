package io.ploy.testkit.polymarket.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.core.sim.SettlementPlan;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Effects that strike at one place. */
public final class Effects {
    /** The status of an answer that is no refusal. */
    public static final int OK = 200;

    private Effects() {}

    /**
     * Strikes before the venue sees a request.
     *
     * @param injection when
     * @param usual the requests it is for, unless a service or a path is asked for
     * @param what is done
     * @return the effect
     */
    public static Effect before(Injection injection, Predicate<Ask> usual, Function<Ask, OnRequest> what) {
        return new Effect() {
            @Override
            public OnRequest before(Ask ask) {
                return chosen(injection, ask, usual) && injection.fires(ask) ? what.apply(ask) : OnRequest.GO_ON;
            }
        };
    }

    /**
     * Strikes after the venue answered a request.
     *
     * @param injection when
     * @param usual the requests it is for, unless a service or a path is asked for
     * @param answers which answers it is for
     * @param what is sent
     * @return the effect
     */
    public static Effect after(
            Injection injection,
            Predicate<Ask> usual,
            BiPredicate<Ask, WireAnswer> answers,
            BiFunction<Ask, WireAnswer, OnAnswer> what) {
        return new Effect() {
            @Override
            public OnAnswer after(Ask ask, WireAnswer answer) {
                return chosen(injection, ask, usual) && answers.test(ask, answer) && injection.fires(ask)
                        ? what.apply(ask, answer)
                        : OnAnswer.send(answer);
            }
        };
    }

    /**
     * Changes answers.
     *
     * @param injection when
     * @param usual the requests it is for, unless a service or a path is asked for
     * @param change makes another body of the venue's, as JSON; the same object for no change, which does not count
     * @return the effect
     */
    public static Effect edit(Injection injection, Predicate<Ask> usual, UnaryOperator<JsonNode> change) {
        return new Effect() {
            @Override
            public OnAnswer after(Ask ask, WireAnswer answer) {
                if (answer.status() != OK || !chosen(injection, ask, usual)) {
                    return OnAnswer.send(answer);
                }
                JsonNode body = Ask.read(answer.body());
                JsonNode changed = body.isMissingNode() ? body : change.apply(body.deepCopy());
                return changed.equals(body) || !injection.fires(ask)
                        ? OnAnswer.send(answer)
                        : OnAnswer.send(withBody(answer, changed.toString()));
            }
        };
    }

    /**
     * Strikes when a frame goes out.
     *
     * @param injection when
     * @param usual the frames it is for
     * @param what is sent
     * @return the effect
     */
    public static Effect frame(Injection injection, Predicate<Line> usual, Function<Line, OnFrame> what) {
        return new Effect() {
            @Override
            public OnFrame frame(Line line) {
                return usual.test(line) && injection.fires(line) ? what.apply(line) : OnFrame.send(line.text());
            }
        };
    }

    /**
     * Acts by itself.
     *
     * @param injection when
     * @param what is done
     * @return the effect
     */
    public static Effect deed(Injection injection, Consumer<Occasion> what) {
        return new Deed(injection) {
            @Override
            protected void act(Occasion occasion) {
                what.accept(occasion);
            }
        };
    }

    /**
     * Decides what becomes of what matched.
     *
     * @param injection when
     * @param trades which
     * @param what becomes of them, from what usually would
     * @return the effect
     */
    public static Effect settle(
            Injection injection,
            Predicate<ExchangeTrade> trades,
            BiFunction<ExchangeTrade, SettlementPlan, SettlementPlan> what) {
        return new Effect() {
            @Override
            public SettlementPlan settle(ExchangeTrade trade, SettlementPlan usual) {
                return trades.test(trade) && injection.fires(new Deal(trade)) ? what.apply(trade, usual) : usual;
            }
        };
    }

    /**
     * Whether a request is one a fault is for: as its service, method or path is asked for, else as is usual.
     *
     * @param injection what is asked for
     * @param ask the request
     * @param usual which are meant where nothing is asked for
     * @return true if it is
     */
    public static boolean chosen(Injection injection, Ask ask, Predicate<Ask> usual) {
        Where where = injection.trigger().spec().where();
        return where.api() != null || where.path() != null || usual.test(ask);
    }

    /**
     * An answer with another body.
     *
     * @param answer with status and headers
     * @param body the other one
     * @return the answer
     */
    public static WireAnswer withBody(WireAnswer answer, String body) {
        return new WireAnswer(answer.status(), answer.headers(), body);
    }

    /**
     * A refusal in the venue's form.
     *
     * @param status HTTP status
     * @param text the venue's words
     * @return the answer
     */
    public static WireAnswer refusal(int status, String text) {
        return WireAnswer.json(
                status, "{\"error\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
    }
}
