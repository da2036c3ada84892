package io.ploy.api.market;

import io.ploy.api.Stable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question with two outcomes, its rules and how far it has come. Immutable; a change makes a new instance.
 */
@Stable
public final class Market {
    private final MarketId id;
    private final @Nullable Event event;
    private final int place;
    private final String slug;
    private final String question;
    private final Outcome first;
    private final Outcome second;
    private final TradingRules rules;
    private final MarketStatus status;
    private final @Nullable MarketWindow window;

    private Market(Builder builder) {
        id = builder.id;
        event = builder.event;
        place = builder.place;
        slug = builder.slug;
        question = builder.question;
        first = builder.first;
        second = builder.second;
        rules = builder.rules;
        status = builder.status;
        window = builder.window;
    }

    /**
     * Starts an open market.
     *
     * @param id names it
     * @param first the outcome the venue lists first: Yes, Up
     * @param second the other outcome
     * @param rules what orders must respect
     * @return a builder
     */
    public static Builder builder(MarketId id, Outcome first, Outcome second, TradingRules rules) {
        return new Builder(id, first, second, rules);
    }

    /**
     * Names the market.
     *
     * @return the id
     */
    public MarketId id() {
        return id;
    }

    /**
     * The group of related markets this belongs to.
     *
     * @return the event, if any
     */
    public Optional<Event> event() {
        return Optional.ofNullable(event);
    }

    /**
     * The place among the markets of its event: for rising levels by level, else any.
     *
     * @return 0 or more, 0 if there is no order
     */
    public int place() {
        return place;
    }

    /**
     * The venue's short readable name.
     *
     * @return never blank; the id's symbol if the venue gave none
     */
    public String slug() {
        return slug;
    }

    /**
     * The question in words.
     *
     * @return may be empty
     */
    public String question() {
        return question;
    }

    /**
     * The outcome the venue lists first: Yes, Up.
     *
     * @return the first outcome
     */
    public Outcome first() {
        return first;
    }

    /**
     * The other outcome: No, Down.
     *
     * @return the second outcome
     */
    public Outcome second() {
        return second;
    }

    /**
     * Both outcomes in the venue's order.
     *
     * @return two outcomes
     */
    public List<Outcome> outcomes() {
        return List.of(first, second);
    }

    /**
     * What orders must respect.
     *
     * @return the rules
     */
    public TradingRules rules() {
        return rules;
    }

    /**
     * How far the market has come.
     *
     * @return the status
     */
    public MarketStatus status() {
        return status;
    }

    /**
     * The time the market is about.
     *
     * @return the window, for markets that have one
     */
    public Optional<MarketWindow> window() {
        return Optional.ofNullable(window);
    }

    /**
     * Whether an instrument is one of the two outcomes.
     *
     * @param instrument any instrument
     * @return true if it belongs to this market
     */
    public boolean has(InstrumentId instrument) {
        return first.instrument().equals(instrument) || second.instrument().equals(instrument);
    }

    /**
     * The other outcome's instrument.
     *
     * @param instrument one of the two
     * @return the other
     * @throws IllegalArgumentException if the instrument belongs to another market
     */
    public InstrumentId opposite(InstrumentId instrument) {
        return outcome(instrument).equals(first) ? second.instrument() : first.instrument();
    }

    /**
     * The outcome an instrument pays for.
     *
     * @param instrument one of the two
     * @return its outcome
     * @throws IllegalArgumentException if the instrument belongs to another market
     */
    public Outcome outcome(InstrumentId instrument) {
        if (first.instrument().equals(instrument)) {
            return first;
        }
        if (second.instrument().equals(instrument)) {
            return second;
        }
        throw new IllegalArgumentException(instrument + " is no outcome of " + id);
    }

    /**
     * An outcome's instrument with its place in this market.
     *
     * @param instrument one of the two
     * @return the instrument
     * @throws IllegalArgumentException if the instrument belongs to another market
     */
    public Instrument instrument(InstrumentId instrument) {
        return new Instrument(instrument, id, outcome(instrument).name(), opposite(instrument));
    }

    /**
     * A builder that starts from this market.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(id, first, second, rules)
                .event(event)
                .place(place)
                .slug(slug)
                .question(question)
                .status(status)
                .window(window);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Market that
                && id.equals(that.id)
                && Objects.equals(event, that.event)
                && place == that.place
                && slug.equals(that.slug)
                && question.equals(that.question)
                && first.equals(that.first)
                && second.equals(that.second)
                && rules.equals(that.rules)
                && status == that.status
                && Objects.equals(window, that.window);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return slug + " (" + status + ", " + rules + ")";
    }

    /** Collects a market. Not thread-safe. */
    public static final class Builder {
        private final MarketId id;
        private final Outcome first;
        private final Outcome second;
        private @Nullable Event event;
        private int place;
        private String slug;
        private String question = "";
        private TradingRules rules;
        private MarketStatus status = MarketStatus.OPEN;
        private @Nullable MarketWindow window;

        private Builder(MarketId id, Outcome first, Outcome second, TradingRules rules) {
            this.id = id;
            this.first = first;
            this.second = second;
            this.rules = rules;
            this.slug = id.symbol();
        }

        /**
         * Sets the event.
         *
         * @param value the event, or null
         * @return this
         */
        public Builder event(@Nullable Event value) {
            event = value;
            return this;
        }

        /**
         * Sets the place among the markets of the event.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder place(int value) {
            place = value;
            return this;
        }

        /**
         * Sets the short readable name.
         *
         * @param value not blank
         * @return this
         */
        public Builder slug(String value) {
            slug = value;
            return this;
        }

        /**
         * Sets the question in words.
         *
         * @param value may be empty
         * @return this
         */
        public Builder question(String value) {
            question = value;
            return this;
        }

        /**
         * Sets the rules.
         *
         * @param value what orders must respect
         * @return this
         */
        public Builder rules(TradingRules value) {
            rules = value;
            return this;
        }

        /**
         * Sets how far the market has come.
         *
         * @param value the status
         * @return this
         */
        public Builder status(MarketStatus value) {
            status = value;
            return this;
        }

        /**
         * Sets the time the market is about.
         *
         * @param value the window, or null
         * @return this
         */
        public Builder window(@Nullable MarketWindow value) {
            window = value;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return the market
         * @throws IllegalArgumentException if the outcomes are the same instrument, the slug is blank or the place negative
         */
        public Market build() {
            if (first.instrument().equals(second.instrument())) {
                throw new IllegalArgumentException("both outcomes of " + id + " are " + first.instrument());
            }
            if (slug.isBlank()) {
                throw new IllegalArgumentException("blank slug for " + id);
            }
            if (place < 0) {
                throw new IllegalArgumentException("negative place of " + id + ": " + place);
            }
            return new Market(this);
        }
    }
}
