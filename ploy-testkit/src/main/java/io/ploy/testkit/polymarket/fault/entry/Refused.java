package io.ploy.testkit.polymarket.fault.entry;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.AskedOrder;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Orders the venue refuses for reasons of its own, or says it does. */
final class Refused {
    private static final String FOK_KILLED = "order couldn't be fully filled. FOK orders are fully filled or killed.";
    private static final int MICRO_DECIMALS = 6;

    static final Parameter<Resend> RESEND =
            Parameter.choice("answer", Resend.SUCCESS).help("What the second copy of an order is answered.");
    static final Parameter<Boolean> CREATED =
            Parameter.flag("created", "true").help("Whether the order was taken all the same.");
    static final Parameter<String> ERROR_TEXT =
            Parameter.text("text", "could not insert order").help("What the answer says.");
    static final Parameter<Integer> MAKER_DECIMALS =
            Parameter.integer("makerDecimals", "2").between("0", "6").help("Decimals of what is given.");
    static final Parameter<Integer> TAKER_DECIMALS =
            Parameter.integer("takerDecimals", "4").between("0", "6").help("Decimals of what is wanted.");
    static final Parameter<Quantity> MIN_SHARES =
            Parameter.quantity("minShares", "15").help("The smallest order.");
    static final Parameter<Cash> MIN_NOTIONAL =
            Parameter.cash("minNotional", "1").help("The least an order may be worth.");
    static final Parameter<Integer> STATUS =
            Parameter.integer("status", "400").between("400", "500").help("400, or 500, which leaves doubt.");

    /** Answers to a copy. */
    enum Resend {
        /** As if it had been taken now. */
        SUCCESS,
        /** The venue's usual words. */
        DUPLICATED,
        /** A refusal for another reason. */
        NO_BALANCE
    }

    private Refused() {}

    static Effect oddResend(Injection injection) {
        return Effects.before(
                injection,
                ask -> ask.order()
                        .flatMap(AskedOrder::hash)
                        .flatMap(injection.venue().records()::order)
                        .isPresent(),
                ask -> OnRequest.refuse(resent(
                        injection.get(RESEND),
                        ask.order().flatMap(AskedOrder::hash).orElse(""))));
    }

    private static WireAnswer resent(Resend how, String hash) {
        return switch (how) {
            case SUCCESS ->
                WireAnswer.json("{\"errorMsg\":\"\",\"orderID\":\"" + hash
                        + "\",\"takingAmount\":\"\",\"makingAmount\":\"\",\"status\":\"live\",\"success\":true}");
            case DUPLICATED -> Effects.refusal(400, "order " + hash + " is invalid. Duplicated.");
            case NO_BALANCE -> Effects.refusal(400, "not enough balance / allowance");
        };
    }

    static Effect errorOnExecution(Injection injection) {
        WireAnswer error = Effects.refusal(500, injection.get(ERROR_TEXT));
        return injection.get(CREATED)
                ? Effects.after(
                        injection,
                        Ask::places,
                        (ask, answer) -> answer.status() == Effects.OK,
                        (ask, answer) -> OnAnswer.send(error))
                : Effects.before(injection, Ask::places, ask -> OnRequest.refuse(error));
    }

    static Effect precision(Injection injection) {
        long maker = step(injection.get(MAKER_DECIMALS));
        long taker = step(injection.get(TAKER_DECIMALS));
        return refusing(
                injection,
                order -> order.makerMicros() % maker != 0 || order.takerMicros() % taker != 0,
                order -> "invalid amounts, the maker amount supports a max accuracy of "
                        + injection.get(MAKER_DECIMALS) + " decimals, taker amount a max of "
                        + injection.get(TAKER_DECIMALS) + " decimals");
    }

    private static long step(int decimals) {
        long step = 1;
        for (int i = decimals; i < MICRO_DECIMALS; i++) {
            step *= 10;
        }
        return step;
    }

    static Effect minimum(Injection injection) {
        Quantity shares = injection.get(MIN_SHARES);
        Cash notional = injection.get(MIN_NOTIONAL);
        return refusing(
                injection,
                order -> order.shares().micros() < shares.micros() || order.moneyMicros() < notional.micros(),
                order -> order.shares().micros() < shares.micros()
                        ? "order " + order.hash().orElse("") + " is invalid. Size (" + order.shares()
                                + ") lower than the minimum: " + shares
                        : "invalid amount for a marketable " + order.side() + " order ($"
                                + FixedPoint.format(order.moneyMicros()) + "), min size: $" + notional);
    }

    private static Effect refusing(Injection injection, Predicate<AskedOrder> bad, Function<AskedOrder, String> words) {
        return Effects.before(
                injection,
                ask -> ask.order().filter(bad).isPresent(),
                ask -> OnRequest.refuse(
                        Effects.refusal(400, ask.order().map(words).orElse(""))));
    }

    static Effect fillOrKill(Injection injection) {
        int status = injection.get(STATUS);
        return Effects.before(
                injection,
                ask -> ask.order().filter(order -> order.type().equals("FOK")).isPresent(),
                ask -> OnRequest.refuse(Effects.refusal(status, FOK_KILLED)));
    }
}
