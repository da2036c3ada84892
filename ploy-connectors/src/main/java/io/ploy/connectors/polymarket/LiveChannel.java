package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns the frames of one connection to the market channel, and answers of the order-book request, into events while
 * they come. Unlike {@link MarketChannel}, which refuses a recorded frame whole, it goes on with whatever can be
 * understood: kinds, markets and outcomes it does not know are left out one by one, and a book about which something
 * could not be understood is distrusted, so that a whole one is asked for.
 *
 * <p><b>Threading.</b> Not thread-safe, but {@link #counts()} may be called from any thread.
 */
public final class LiveChannel {
    /** How many times in a row a book may differ from what the venue says of it, unless said otherwise. */
    public static final int PATIENCE = 2;

    private static final String KEEP_ALIVE = "PONG";
    private static final int MOST_LETTERS = 1 << 24;

    private final ChannelMarkets known = new ChannelMarkets();
    private final JsonText json;
    private final WireMessage message = new WireMessage();
    private final Tally<MessageKind> messages = new Tally<>(MessageKind.class);
    private final Tally<Walked> walked = new Tally<>(Walked.class);
    private final MessageSieve sieve = new MessageSieve();
    private final NewMarketReader newMarketReader = new NewMarketReader();
    private final MessageScanner scanner;
    private final MessageApplier applier;
    private final Consumer<? super NewMarket> newMarkets;

    private enum Walked {
        FRAME,
        UNREADABLE,
        UNKNOWN_MEMBER
    }

    /**
     * A channel that knows no market yet and bears {@link #PATIENCE} disagreements.
     *
     * @param checking whether to keep books and compare them with hashes and best prices
     * @param newMarkets told of new markets, on the thread that brings the frame
     */
    public LiveChannel(boolean checking, Consumer<? super NewMarket> newMarkets) {
        this(checking, PATIENCE, newMarkets);
    }

    /**
     * A channel that knows no market yet.
     *
     * @param checking whether to keep books and compare them with hashes and best prices
     * @param patience how many times in a row a book may differ from a hash, or from best prices, before it is distrusted.
     *     If any, hashes count only for books whose own hash was right when they came whole
     * @param newMarkets told of new markets, on the thread that brings the frame
     */
    public LiveChannel(boolean checking, int patience, Consumer<? super NewMarket> newMarkets) {
        if (patience < 0) {
            throw new IllegalArgumentException("patience below zero: " + patience);
        }
        this.json = new JsonText(checking);
        this.scanner = new MessageScanner(known, json);
        this.applier = new MessageApplier(checking, patience);
        this.newMarkets = newMarkets;
    }

    /**
     * Tells the channel of a market, or of a change of one. What comes of other markets is left out.
     *
     * @param definition the market as it is now
     * @throws MalformedFrameException if an outcome belongs to a market known already, or the outcomes changed
     */
    public void define(VenueMarket definition) throws MalformedFrameException {
        known.define(definition);
    }

    /**
     * Leaves out from now on what comes of a market.
     *
     * @param market one defined before, or any other
     */
    public void forget(MarketId market) {
        known.forget(market);
    }

    /**
     * Takes in a frame: one object, or a list of them, of any kind. Answers of the order-book request may be given too;
     * one that is older than the book known is left out.
     *
     * @param frame as received
     * @param at when it was received
     * @param out told of what it says
     * @return whether it was of use
     */
    public FrameOutcome accept(String frame, Instant at, Consumer<? super MarketEvent> out) {
        walked.add(Walked.FRAME);
        if (frame.length() <= KEEP_ALIVE.length() && (frame.equals(KEEP_ALIVE) || frame.isBlank())) {
            return FrameOutcome.UNUSED;
        }
        try {
            if (frame.length() > MOST_LETTERS) {
                throw new NotJsonException();
            }
            json.load(frame);
            boolean used = json.peek() == '[' ? list(frame, at, out) : only(frame, at, out);
            return used ? FrameOutcome.USED : FrameOutcome.UNUSED;
        } catch (NotJsonException e) {
            walked.add(Walked.UNREADABLE);
            return FrameOutcome.UNREADABLE;
        }
    }

    private boolean only(String frame, Instant at, Consumer<? super MarketEvent> out) throws NotJsonException {
        int from = json.at;
        boolean isObject = scan();
        int to = json.at;
        json.expectEnd();
        return isObject && take(frame, from, to, at, out);
    }

    /** Walks twice: nothing of a frame is taken in before all of it is known to be JSON. */
    private boolean list(String frame, Instant at, Consumer<? super MarketEvent> out) throws NotJsonException {
        int start = json.at;
        json.value();
        json.expectEnd();
        json.at = start;
        boolean used = false;
        if (json.enter(']')) {
            do {
                json.peek();
                int from = json.at;
                used |= scan() && take(frame, from, json.at, at, out);
            } while (json.another(']'));
        }
        return used;
    }

    private boolean scan() throws NotJsonException {
        if (json.peek() != '{') {
            json.value();
            sieve.dropped().add(DropReason.MALFORMED);
            return false;
        }
        scanner.read(message);
        return true;
    }

    private boolean take(String frame, int from, int to, Instant at, Consumer<? super MarketEvent> out) {
        messages.add(message.kind);
        walked.add(Walked.UNKNOWN_MEMBER, scanner.takeUnknownMembers());
        boolean used = sieve.passes(message) && apply(frame, from, to, at, out);
        sieve.tellDoubts(message, at, out);
        return used;
    }

    private boolean apply(String frame, int from, int to, Instant at, Consumer<? super MarketEvent> out) {
        switch (message.kind) {
            case NEW_MARKET -> {
                Optional<NewMarket> read = newMarketReader.read(frame.substring(from, to));
                read.ifPresentOrElse(newMarkets, () -> sieve.dropped().add(DropReason.MALFORMED));
                return read.isPresent();
            }
            case BEST_BID_ASK -> {
                applier.quote(message, at, out);
                return true;
            }
            default -> {
                boolean used = applier.apply(message, at, out);
                if (!used) {
                    sieve.dropped().add(DropReason.OLD);
                }
                return used;
            }
        }
    }

    /**
     * Says that changes may have been missed. Every book that was known is distrusted, and not compared with anything
     * until it comes whole again.
     *
     * @param at when it was noticed
     * @param trust how the books are to be trusted
     * @param reason in words, for people
     * @param out told of each book that was known
     */
    public void distrustAll(Instant at, BookTrust trust, String reason, Consumer<? super MarketEvent> out) {
        known.distrustAll(at, trust, reason, out);
    }

    /**
     * Says that some books are in doubt, known before or not.
     *
     * @param at when it was noticed
     * @param trust {@link BookTrust#SUSPECT} keeps the books as they are; anything else loses them
     * @param reason in words, for people
     * @param which whose books, each of a market defined before
     * @param out told of each
     */
    public void distrust(
            Instant at,
            BookTrust trust,
            String reason,
            Collection<InstrumentId> which,
            Consumer<? super MarketEvent> out) {
        known.distrust(at, trust, reason, which, out);
    }

    /**
     * The venue's own time of what is known of a book, to compare with what it answers when asked.
     *
     * @param instrument whose book
     * @return milliseconds since 1970 of the newest book or change taken in, negative if there was none
     */
    public long asOf(InstrumentId instrument) {
        return known.asOf(instrument);
    }

    /**
     * What came so far.
     *
     * @return a copy
     */
    public LiveCounts counts() {
        return new LiveCounts(
                walked.count(Walked.FRAME),
                walked.count(Walked.UNREADABLE),
                messages.counts(),
                sieve.dropped().counts(),
                walked.count(Walked.UNKNOWN_MEMBER),
                applier.checker().checks(),
                applier.checker().quotes(),
                applier.checker().quotesMatched());
    }
}
