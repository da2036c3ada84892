package io.ploy.api.plugin;

import io.ploy.api.Stable;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A typed setting of a strategy, declared once: it reads and checks configuration, and prints its own documentation.
 *
 * <pre>{@code
 * static final Parameter<Price> MAX_PRICE =
 *         Parameter.price("maxPrice", "0.45").between("0.01", "0.99").help("Never buy above this.");
 * }</pre>
 *
 * @param <T> the type of its value
 */
@Stable
public final class Parameter<T> {
    private final Kind<T> kind;
    private final String name;
    private final String defaultText;
    private final @Nullable String minimum;
    private final @Nullable String maximum;
    private final String unit;
    private final String help;
    private final boolean evidenceNeutral;

    private Parameter(
            Kind<T> kind,
            String name,
            String defaultText,
            @Nullable String minimum,
            @Nullable String maximum,
            String unit,
            String help,
            boolean evidenceNeutral) {
        this.kind = kind;
        this.name = name;
        this.defaultText = defaultText;
        this.minimum = minimum;
        this.maximum = maximum;
        this.unit = unit;
        this.help = help;
        this.evidenceNeutral = evidenceNeutral;
        if (!name.matches("[a-z][A-Za-z0-9]{0,63}")) {
            throw new IllegalArgumentException("a parameter is named in camelCase: '" + name + "'");
        }
        // Whether the default lies in the range is asked once the range is final: a factory's own range may yet be
        // widened.
        read(defaultText);
    }

    /**
     * A price.
     *
     * @param name in camelCase
     * @param defaultText such as {@code 0.45}
     * @return allows 0 to 1
     */
    public static Parameter<Price> price(String name, String defaultText) {
        return new Parameter<>(
                new Kind<>("price", Price::parse, true), name, defaultText, "0", "1", "USD/share", "", false);
    }

    /**
     * An amount of cash.
     *
     * @param name in camelCase
     * @param defaultText such as {@code 25}
     * @return allows 0 to 1,000,000
     */
    public static Parameter<Cash> cash(String name, String defaultText) {
        return new Parameter<>(
                new Kind<>("cash", Cash::parse, true), name, defaultText, "0", "1000000", "USD", "", false);
    }

    /**
     * A number of shares.
     *
     * @param name in camelCase
     * @param defaultText such as {@code 20}
     * @return allows 0 to 1,000,000
     */
    public static Parameter<Quantity> quantity(String name, String defaultText) {
        return new Parameter<>(
                new Kind<>("quantity", Quantity::parse, true), name, defaultText, "0", "1000000", "shares", "", false);
    }

    /**
     * A whole number.
     *
     * @param name in camelCase
     * @param defaultText such as {@code 3}
     * @return allows 0 to 1,000,000,000
     */
    public static Parameter<Integer> integer(String name, String defaultText) {
        return new Parameter<>(
                new Kind<>("integer", Integer::valueOf, true), name, defaultText, "0", "1000000000", "", "", false);
    }

    /**
     * A number for models, never an amount of money.
     *
     * @param name in camelCase
     * @param defaultText such as {@code 0.15}
     * @return allows 0 to 1
     */
    public static Parameter<Double> decimal(String name, String defaultText) {
        return new Parameter<>(
                new Kind<>("decimal", text -> new BigDecimal(text).doubleValue(), true),
                name,
                defaultText,
                "0",
                "1",
                "",
                "",
                false);
    }

    /**
     * A length of time, written as seconds or with a unit: {@code 90}, {@code 250ms}, {@code 2m}, {@code 1h}.
     *
     * @param name in camelCase
     * @param defaultText such as {@code 90}
     * @return allows 0 to 24 h
     */
    public static Parameter<Duration> duration(String name, String defaultText) {
        return new Parameter<>(
                new Kind<>("duration", DurationText::parse, true), name, defaultText, "0", "86400", "s", "", false);
    }

    /**
     * Yes or no.
     *
     * @param name in camelCase
     * @param defaultText {@code true} or {@code false}
     * @return allows both
     */
    public static Parameter<Boolean> flag(String name, String defaultText) {
        return new Parameter<>(
                new Kind<>("flag", Parameter::parseFlag, false), name, defaultText, null, null, "", "", false);
    }

    /**
     * Some words.
     *
     * @param name in camelCase
     * @param defaultText any text
     * @return allows everything
     */
    public static Parameter<String> text(String name, String defaultText) {
        return new Parameter<>(
                new Kind<>("text", Function.identity(), false), name, defaultText, null, null, "", "", false);
    }

    /**
     * One of a list.
     *
     * @param <E> the list
     * @param name in camelCase
     * @param defaultValue one of the list
     * @return allows every constant of the enum, in any case
     */
    public static <E extends Enum<E>> Parameter<E> choice(String name, E defaultValue) {
        Class<E> type = defaultValue.getDeclaringClass();
        String allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("|"));
        Function<String, E> read = text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of " + allowed));
        return new Parameter<>(new Kind<>(allowed, read, false), name, defaultValue.name(), null, null, "", "", false);
    }

    private static Boolean parseFlag(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("not true or false");
        };
    }

    /**
     * Sets what is allowed, within what the type itself can hold. A default outside a factory's own range needs this.
     *
     * @param lowest text of the same kind as the value
     * @param highest text of the same kind as the value
     * @return a changed copy
     * @throws ParameterException if the default lies outside
     * @throws IllegalStateException for kinds without an order
     */
    public Parameter<T> between(String lowest, String highest) {
        if (!kind.ordered) {
            throw new IllegalStateException(name + " is a " + kind.name + " and has no range");
        }
        Parameter<T> changed = new Parameter<>(kind, name, defaultText, lowest, highest, unit, help, evidenceNeutral);
        changed.parse(defaultText);
        return changed;
    }

    /**
     * Names the unit, for people.
     *
     * @param words such as {@code s after start}
     * @return a changed copy
     */
    public Parameter<T> unit(String words) {
        return new Parameter<>(kind, name, defaultText, minimum, maximum, words, help, evidenceNeutral);
    }

    /**
     * Explains it in a sentence.
     *
     * @param words for people
     * @return a changed copy
     */
    public Parameter<T> help(String words) {
        return new Parameter<>(kind, name, defaultText, minimum, maximum, unit, words, evidenceNeutral);
    }

    /**
     * Declares that no result can depend on it, so that evidence of the strategy stays valid when it changes: what is
     * logged, what is told to people, a limit that can only make orders fewer or smaller. When in doubt, leave it out.
     *
     * @return a changed copy
     */
    public Parameter<T> evidenceNeutral() {
        return new Parameter<>(kind, name, defaultText, minimum, maximum, unit, help, true);
    }

    /**
     * Reads a value.
     *
     * @param text as found in configuration
     * @return the value
     * @throws ParameterException if it cannot be read or is out of range
     */
    public T parse(String text) {
        T value = read(text);
        if ((minimum != null && compare(value, read(minimum)) < 0)
                || (maximum != null && compare(value, read(maximum)) > 0)) {
            throw new ParameterException(name + ": found '" + text + "', allowed " + allowed());
        }
        return value;
    }

    private T read(String text) {
        try {
            return kind.read.apply(text.trim());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ParameterException(name + ": found '" + text + "', allowed " + allowed());
        }
    }

    @SuppressWarnings("unchecked")
    private static <V> int compare(V value, V bound) {
        return ((Comparable<V>) value).compareTo(bound);
    }

    /**
     * The parameter's name.
     *
     * @return in camelCase
     */
    public String name() {
        return name;
    }

    /**
     * The kind of value, for people.
     *
     * @return such as {@code price} or the constants of a choice
     */
    public String type() {
        return kind.name;
    }

    /**
     * The value used where none is given.
     *
     * @return always legal
     */
    public T defaultValue() {
        return parse(defaultText);
    }

    /**
     * The default as written.
     *
     * @return text that {@link #parse} reads
     */
    public String defaultText() {
        return defaultText;
    }

    /**
     * The lowest allowed value as written.
     *
     * @return absent for kinds without an order
     */
    public Optional<String> minimum() {
        return Optional.ofNullable(minimum);
    }

    /**
     * The highest allowed value as written.
     *
     * @return absent for kinds without an order
     */
    public Optional<String> maximum() {
        return Optional.ofNullable(maximum);
    }

    /**
     * The unit.
     *
     * @return for people, may be empty
     */
    public String unit() {
        return unit;
    }

    /**
     * What it is for.
     *
     * @return for people, may be empty
     */
    public String help() {
        return help;
    }

    /**
     * Whether evidence of the strategy stays valid when it changes.
     *
     * @return false unless it was declared {@link #evidenceNeutral()}
     */
    public boolean isEvidenceNeutral() {
        return evidenceNeutral;
    }

    private String allowed() {
        String range =
                minimum == null || maximum == null ? kind.name : kind.name + " from " + minimum + " to " + maximum;
        return unit.isEmpty() ? range : range + " (" + unit + ")";
    }

    @Override
    public String toString() {
        return name + " " + allowed() + " default " + defaultText;
    }

    private record Kind<T>(String name, Function<String, T> read, boolean ordered) {}

    /** Kept apart so that amounts and times are not mixed up. */
    private static final class DurationText {
        private DurationText() {}

        static Duration parse(String text) {
            int unitAt = 0;
            while (unitAt < text.length() && (Character.isDigit(text.charAt(unitAt)) || text.charAt(unitAt) == '.')) {
                unitAt++;
            }
            long micros = FixedPoint.parse(text.substring(0, unitAt));
            Duration seconds = Duration.ofNanos(Math.multiplyExact(micros, 1_000L));
            return switch (text.substring(unitAt).trim()) {
                case "", "s" -> seconds;
                case "ms" -> seconds.dividedBy(1_000);
                case "m" -> seconds.multipliedBy(60);
                case "h" -> seconds.multipliedBy(3_600);
                default -> throw new IllegalArgumentException("not a unit of time");
            };
        }
    }
}
