package io.ploy.api.order;

import io.ploy.api.Stable;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy wants: buy or sell so much of an instrument, at this price or better. Immutable; each method that
 * changes something returns a changed copy.
 *
 * <pre>{@code
 * OrderRequest.buy(instrument, Quantity.ofShares(20), Price.parse("0.53")).fillAndKill()
 * }</pre>
 */
@Stable
public final class OrderRequest {
    /** What an open size is bounded by before anything else bounds it: more than any order can be. */
    private static final Quantity LARGEST = Quantity.ofShares(100_000_000);

    private static final int MOST_INPUTS = 8;

    private final InstrumentId instrument;
    private final Side side;
    private final OrderSize size;
    private final boolean sizeOpen;
    private final Price limit;
    private final TimeInForce timeInForce;
    private final @Nullable Instant expiresAt;
    private final boolean postOnly;
    private final boolean reduceOnly;
    private final @Nullable Duration sendWithin;
    private final @Nullable FillId becauseOf;
    private final String reason;
    private final @Nullable Belief belief;
    private final List<OrderInput> inputs;

    private OrderRequest(Draft draft) {
        instrument = draft.instrument;
        side = draft.side;
        size = draft.size;
        sizeOpen = draft.sizeOpen;
        limit = draft.limit;
        timeInForce = draft.timeInForce;
        expiresAt = draft.expiresAt;
        postOnly = draft.postOnly;
        reduceOnly = draft.reduceOnly;
        sendWithin = draft.sendWithin;
        becauseOf = draft.becauseOf;
        reason = draft.reason;
        belief = draft.belief;
        inputs = draft.inputs;
    }

    /**
     * Acquire shares, resting until cancelled what is not filled at once.
     *
     * @param instrument what to buy
     * @param quantity how many shares, above zero
     * @param limit the highest price to pay
     * @return a good-till-cancelled order
     */
    public static OrderRequest buy(InstrumentId instrument, Quantity quantity, Price limit) {
        return new Draft(instrument, Side.BUY, new OrderSize.Shares(quantity), limit).build();
    }

    /**
     * Acquire as many shares as the sizing policy that an operator chose for the strategy says, and never more than the
     * limits allow. Where no policy is chosen the order is denied, for nobody has said how large it is. Policies that stake
     * by edge need {@link #believing(Belief)}.
     *
     * <p>Until it is sized, the request counts as one for 100,000,000 shares; setting a quantity or being granted one
     * closes the size. Only purchases can leave it open: what one sells, one has.
     *
     * @param instrument what to buy
     * @param limit the highest price to pay
     * @return a good-till-cancelled order of open size
     */
    public static OrderRequest buySized(InstrumentId instrument, Price limit) {
        Draft draft = new Draft(instrument, Side.BUY, new OrderSize.Shares(LARGEST), limit);
        draft.sizeOpen = true;
        return draft.build();
    }

    /**
     * Sell shares, resting until cancelled what is not filled at once.
     *
     * @param instrument what to sell
     * @param quantity how many shares, above zero
     * @param limit the lowest price to accept
     * @return a good-till-cancelled order
     */
    public static OrderRequest sell(InstrumentId instrument, Quantity quantity, Price limit) {
        return new Draft(instrument, Side.SELL, new OrderSize.Shares(quantity), limit).build();
    }

    /**
     * Spend at most an amount at once, dropping what cannot be spent.
     *
     * @param instrument what to buy
     * @param cash how much to spend at most, without fees, above zero
     * @param limit the highest price to pay
     * @return a fill-and-kill order
     */
    public static OrderRequest spend(InstrumentId instrument, Cash cash, Price limit) {
        Draft draft = new Draft(instrument, Side.BUY, new OrderSize.Spend(cash), limit);
        draft.timeInForce = TimeInForce.FAK;
        return draft.build();
    }

    /**
     * Take what can be had at once, drop the rest.
     *
     * @return a changed copy
     */
    public OrderRequest fillAndKill() {
        return taking(TimeInForce.FAK);
    }

    /**
     * Take all at once, or nothing.
     *
     * @return a changed copy
     */
    public OrderRequest fillOrKill() {
        return taking(TimeInForce.FOK);
    }

    private OrderRequest taking(TimeInForce chosen) {
        Draft draft = new Draft(this);
        draft.timeInForce = chosen;
        draft.expiresAt = null;
        draft.postOnly = false;
        return draft.build();
    }

    /**
     * Rest until a time. Venues refuse times that are near: Polymarket wants about three minutes.
     *
     * @param time when the order expires, venue time
     * @return a changed copy
     * @throws IllegalArgumentException for an order sized by an amount to spend
     */
    public OrderRequest restUntil(Instant time) {
        Draft draft = new Draft(this);
        draft.timeInForce = TimeInForce.GTD;
        draft.expiresAt = time;
        return draft.build();
    }

    /**
     * Rest only as maker: an order that would cross the book is refused by the venue.
     *
     * @return a changed copy
     * @throws IllegalArgumentException for an order that does not rest
     */
    public OrderRequest postOnly() {
        Draft draft = new Draft(this);
        draft.postOnly = true;
        return draft.build();
    }

    /**
     * Assert that the order reduces risk. If it does not, it is denied.
     *
     * @return a changed copy
     */
    public OrderRequest reduceOnly() {
        Draft draft = new Draft(this);
        draft.reduceOnly = true;
        return draft.build();
    }

    /**
     * Bound how long the order may wait inside Ploy. Without it the engine's defaults hold.
     *
     * @param wait from the decision to the first byte on the wire, above zero
     * @return a changed copy
     */
    public OrderRequest sendWithin(Duration wait) {
        Draft draft = new Draft(this);
        draft.sendWithin = wait;
        return draft.build();
    }

    /**
     * Name the fill this order answers, so that a reversal of it lists this order.
     *
     * @param fill the provisional fill the decision rests on
     * @return a changed copy
     */
    public OrderRequest becauseOf(FillId fill) {
        Draft draft = new Draft(this);
        draft.becauseOf = fill;
        return draft.build();
    }

    /**
     * Say why, for the journal and the people who read it.
     *
     * @param words the reason and the numbers behind it; control characters are not allowed, at most 500 characters
     * @return a changed copy
     */
    public OrderRequest reason(String words) {
        Draft draft = new Draft(this);
        draft.reason = words;
        return draft.build();
    }

    /**
     * State how likely the instrument is to pay. Used for the size of purchases and nothing else; the policy makes an order
     * smaller than was asked for, never larger.
     *
     * @param probability the cautious probability, and how far it is trusted
     * @return a changed copy
     */
    public OrderRequest believing(Belief probability) {
        Draft draft = new Draft(this);
        draft.belief = probability;
        return draft.build();
    }

    /**
     * Name what the decision rests on, and until when it holds. An order that adds risk is refused if any of it is too old
     * when the order is judged, which for a replacement is once the other order is gone. Replaces what was named before.
     *
     * @param decisive at most 8, each with another name; none to rest on nothing
     * @return a changed copy
     * @throws IllegalArgumentException if there are more, or two have the same name
     */
    public OrderRequest basedOn(OrderInput... decisive) {
        Draft draft = new Draft(this);
        draft.inputs = List.of(decisive);
        return draft.build();
    }

    /**
     * The same order for another number of shares, which is no longer open.
     *
     * @param quantity above zero
     * @return a changed copy
     */
    public OrderRequest withQuantity(Quantity quantity) {
        Draft draft = new Draft(this);
        draft.size = new OrderSize.Shares(quantity);
        draft.sizeOpen = false;
        return draft.build();
    }

    /**
     * What to trade.
     *
     * @return the instrument
     */
    public InstrumentId instrument() {
        return instrument;
    }

    /**
     * Buy or sell.
     *
     * @return the side
     */
    public Side side() {
        return side;
    }

    /**
     * How much.
     *
     * @return shares or an amount to spend
     */
    public OrderSize size() {
        return size;
    }

    /**
     * Whether a sizing policy is to say how many shares.
     *
     * @return true as long as nobody has set a quantity
     */
    public boolean isSizeOpen() {
        return sizeOpen;
    }

    /**
     * The worst acceptable price.
     *
     * @return the limit
     */
    public Price limit() {
        return limit;
    }

    /**
     * How long the order stays.
     *
     * @return the time in force
     */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /**
     * When the order expires.
     *
     * @return present for good-till-date orders only
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /**
     * Whether the order may only rest.
     *
     * @return true for post-only
     */
    public boolean isPostOnly() {
        return postOnly;
    }

    /**
     * Whether the caller asserts that risk is reduced.
     *
     * @return true for reduce-only
     */
    public boolean isReduceOnly() {
        return reduceOnly;
    }

    /**
     * How long the order may wait inside Ploy.
     *
     * @return absent for the engine's default
     */
    public Optional<Duration> sendWithin() {
        return Optional.ofNullable(sendWithin);
    }

    /**
     * The fill this order answers.
     *
     * @return the fill, if named
     */
    public Optional<FillId> becauseOf() {
        return Optional.ofNullable(becauseOf);
    }

    /**
     * Why the order was made.
     *
     * @return may be empty
     */
    public String reason() {
        return reason;
    }

    /**
     * How likely the strategy holds it that the instrument pays.
     *
     * @return absent if it did not say
     */
    public Optional<Belief> belief() {
        return Optional.ofNullable(belief);
    }

    /**
     * What the decision rests on.
     *
     * @return at most 8 in the order given, empty if the strategy did not say; immutable
     */
    public List<OrderInput> inputs() {
        return inputs;
    }

    /**
     * The most shares this can bring or cost: the quantity, or for an amount to spend what it buys at the limit.
     * Price improvement can bring more shares to an order that spends.
     *
     * @return shares at the limit price
     */
    public Quantity sharesAtLimit() {
        if (size instanceof OrderSize.Shares shares) {
            return shares.quantity();
        }
        long cash = ((OrderSize.Spend) size).cash().micros();
        return Quantity.ofMicros(FixedPoint.mulDiv(cash, FixedPoint.ONE, limit.micros(), RoundingMode.FLOOR));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderRequest that
                && instrument.equals(that.instrument)
                && side == that.side
                && size.equals(that.size)
                && sizeOpen == that.sizeOpen
                && limit.equals(that.limit)
                && timeInForce == that.timeInForce
                && Objects.equals(expiresAt, that.expiresAt)
                && postOnly == that.postOnly
                && reduceOnly == that.reduceOnly
                && Objects.equals(sendWithin, that.sendWithin)
                && Objects.equals(becauseOf, that.becauseOf)
                && reason.equals(that.reason)
                && Objects.equals(belief, that.belief)
                && inputs.equals(that.inputs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(instrument, side, size, limit, timeInForce, expiresAt, postOnly, reduceOnly);
    }

    @Override
    public String toString() {
        return side + " " + (sizeOpen ? "open size" : size) + " " + instrument + " @ " + limit + " " + timeInForce
                + (expiresAt == null ? "" : " until " + expiresAt)
                + (postOnly ? " post-only" : "")
                + (reduceOnly ? " reduce-only" : "")
                + (belief == null ? "" : " believing " + belief)
                + (inputs.isEmpty() ? "" : " based on " + inputs);
    }

    private static final class Draft {
        private final InstrumentId instrument;
        private final Side side;
        private final Price limit;
        private OrderSize size;
        private boolean sizeOpen;
        private TimeInForce timeInForce = TimeInForce.GTC;
        private @Nullable Instant expiresAt;
        private boolean postOnly;
        private boolean reduceOnly;
        private @Nullable Duration sendWithin;
        private @Nullable FillId becauseOf;
        private String reason = "";
        private @Nullable Belief belief;
        private List<OrderInput> inputs = List.of();

        Draft(InstrumentId instrument, Side side, OrderSize size, Price limit) {
            this.instrument = instrument;
            this.side = side;
            this.size = size;
            this.limit = limit;
        }

        Draft(OrderRequest from) {
            this(from.instrument, from.side, from.size, from.limit);
            sizeOpen = from.sizeOpen;
            timeInForce = from.timeInForce;
            expiresAt = from.expiresAt;
            postOnly = from.postOnly;
            reduceOnly = from.reduceOnly;
            sendWithin = from.sendWithin;
            becauseOf = from.becauseOf;
            reason = from.reason;
            belief = from.belief;
            inputs = from.inputs;
        }

        OrderRequest build() {
            if (limit.micros() == 0 || limit.micros() == FixedPoint.ONE) {
                throw new IllegalArgumentException("a limit must lie inside (0, 1): " + limit);
            }
            if (belief != null && believesInItself(belief)) {
                throw new IllegalArgumentException(instrument + " is not another outcome than itself");
            }
            if (size instanceof OrderSize.Spend && timeInForce.rests()) {
                throw new IllegalArgumentException("an amount to spend cannot rest; use fillAndKill or fillOrKill");
            }
            if (postOnly && !timeInForce.rests()) {
                throw new IllegalArgumentException("a post-only order must rest; " + timeInForce + " does not");
            }
            if (sendWithin != null && (sendWithin.isNegative() || sendWithin.isZero())) {
                throw new IllegalArgumentException("sendWithin must be above zero: " + sendWithin);
            }
            if (reason.length() > 500 || reason.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a reason has at most 500 characters and no control characters");
            }
            checkInputs();
            return new OrderRequest(this);
        }

        private void checkInputs() {
            if (inputs.size() > MOST_INPUTS) {
                throw new IllegalArgumentException(inputs.size() + " inputs, at most " + MOST_INPUTS);
            }
            Set<String> names = new HashSet<>();
            for (OrderInput input : inputs) {
                if (!names.add(input.name())) {
                    throw new IllegalArgumentException("two inputs are called " + input.name());
                }
            }
        }

        private boolean believesInItself(Belief stated) {
            for (Belief.Other other : stated.others()) {
                if (other.instrument().equals(instrument)) {
                    return true;
                }
            }
            return false;
        }
    }
}
