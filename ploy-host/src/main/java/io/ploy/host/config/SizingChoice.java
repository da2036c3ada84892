package io.ploy.host.config;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.Parameters;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.sizing.DrawdownScaled;
import io.ploy.core.sizing.ExclusiveKelly;
import io.ploy.core.sizing.FixedNotional;
import io.ploy.core.sizing.FixedShares;
import io.ploy.core.sizing.FractionalKelly;
import io.ploy.core.sizing.FundSlots;
import io.ploy.core.sizing.PercentOfEquity;
import io.ploy.core.sizing.SizingPolicy;
import io.ploy.host.console.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sizing policies an operator can choose, with the names and keys they have in a file and on the command line. */
@SuppressWarnings("ImmutableEnumChecker") // parameters and what makes policies of them do not change
public enum SizingChoice {
    /** Always the same number of shares. */
    FIXED_SHARES(List.of(Keys.SHARES), values -> new FixedShares(values.value(Keys.SHARES))),
    /** What an amount pays for. */
    FIXED_NOTIONAL(List.of(Keys.AMOUNT), values -> new FixedNotional(values.value(Keys.AMOUNT))),
    /** What a part of equity pays for. */
    PERCENT_EQUITY(List.of(Keys.SHARE), values -> new PercentOfEquity(fraction(values.value(Keys.SHARE)))),
    /** By edge, for one outcome. */
    FRACTIONAL_KELLY(
            List.of(Keys.FRACTION, Keys.CAP),
            values -> new FractionalKelly(fraction(values.value(Keys.FRACTION)), fraction(values.value(Keys.CAP)))),
    /** By edge, across exclusive outcomes. */
    EXCLUSIVE_KELLY(
            List.of(Keys.FRACTION, Keys.EVENT_CAP, Keys.INSURING),
            values -> new ExclusiveKelly(
                    fraction(values.value(Keys.FRACTION)),
                    fraction(values.value(Keys.EVENT_CAP)),
                    values.value(Keys.INSURING))),
    /** Equal parts of the balance, one for each market. */
    FUND_SLOTS(
            List.of(Keys.SLOTS, Keys.RESERVE, Keys.MOST),
            values -> new FundSlots(
                    values.value(Keys.SLOTS), fraction(values.value(Keys.RESERVE)), values.value(Keys.MOST)));

    /** Where values of keys come from. */
    interface Values {
        <T> T value(Parameter<T> key);
    }

    /** What the policies can be told. */
    private static final class Keys {
        static final Parameter<Quantity> SHARES =
                Parameter.quantity("shares", "20").help("How many shares, in whole lots.");
        static final Parameter<Cash> AMOUNT =
                Parameter.cash("amount", "10").help("What the shares may cost, fees included.");
        static final Parameter<Double> SHARE = Parameter.decimal("share", "0.01")
                .between("0", "1")
                .help("The part of equity that the shares may cost.");
        static final Parameter<Double> FRACTION =
                Parameter.decimal("fraction", "0.25").between("0", "1").help("The part of the full Kelly stake.");
        static final Parameter<Double> CAP =
                Parameter.decimal("cap", "0.05").between("0", "1").help("The most for an order, of the bankroll.");
        static final Parameter<Double> EVENT_CAP = Parameter.decimal("cap", "0.1")
                .between("0", "1")
                .help("The most for all outcomes of an event, of the bankroll.");
        static final Parameter<Boolean> INSURING = Parameter.flag("insuring", "false")
                .help("Whether outcomes are bought that cost more than they are worth, as insurance for others.");
        static final Parameter<Integer> SLOTS = Parameter.integer("slots", "4")
                .between("1", "10000")
                .help("Into how many parts the balance is divided.");
        static final Parameter<Double> RESERVE =
                Parameter.decimal("reserve", "0.2").between("0", "1").help("The part of the balance that is not used.");
        static final Parameter<Cash> MOST = Parameter.cash("most", "25").help("The most for an order.");
    }

    static final Parameter<Boolean> DRAWDOWN_SCALED = Parameter.flag("drawdownScaled", "false")
            .help("Whether sizes shrink as the strategy falls from its peak, to nothing at maxStrategyDrawdown.");

    private final List<Parameter<?>> keys;
    private final Function<Values, SizingPolicy> make;

    SizingChoice(List<Parameter<?>> keys, Function<Values, SizingPolicy> make) {
        this.keys = keys;
        this.make = make;
    }

    /** How it is written. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it can be told, last what every policy can. */
    List<Parameter<?>> keys() {
        return Stream.concat(keys.stream(), Stream.of(DRAWDOWN_SCALED)).toList();
    }

    /**
     * The policy.
     *
     * @throws IllegalArgumentException if it would never buy
     */
    SizingPolicy make(Values values) {
        SizingPolicy policy = make.apply(values);
        return values.value(DRAWDOWN_SCALED) ? new DrawdownScaled(policy) : policy;
    }

    /**
     * Finds one by its name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    static SizingChoice named(String word) {
        List<String> words = new ArrayList<>();
        for (SizingChoice choice : values()) {
            if (choice.word().equals(word)) {
                return choice;
            }
            words.add(choice.word());
        }
        throw new IllegalArgumentException("found '" + word + "', allowed are " + String.join(", ", words) + "."
                + Nearest.didYouMean(word, words));
    }

    /**
     * Reads a policy in one line.
     *
     * @param text such as {@code fractional-kelly,fraction=0.25,cap=0.05}; what is not said is the default
     * @return the policy
     * @throws IllegalArgumentException saying what was found and what is allowed
     * @throws io.ploy.api.plugin.ParameterException if a value cannot be read or is out of range
     */
    public static SizingPolicy parse(String text) {
        String[] parts = text.split(",", -1);
        SizingChoice choice = named(parts[0].trim());
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("found '" + parts[i] + "', allowed is KEY=VALUE");
            }
            String key = parts[i].substring(0, equals).trim();
            if (given.put(key, parts[i].substring(equals + 1).trim()) != null) {
                throw new IllegalArgumentException(key + " is given twice");
            }
        }
        return choice.make(Parameters.parse(choice.keys(), given)::get);
    }

    private static Fraction fraction(double value) {
        return ConfigKeys.fraction(value);
    }
}
