package io.ploy.connectors.polymarket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns frames of the market channel, and answers of the order-book request, into events. A frame is taken in whole or
 * not at all: {@link #parse} reads it and changes nothing, {@link #apply} takes it in and cannot fail.
 *
 * <p>When told to check, it keeps every book in the venue's own words, compares hashes and best prices with what the
 * venue states, and distrusts a book that differs until the next whole one.
 *
 * <p><b>Threading.</b> Not thread-safe.
 */
public final class MarketChannel {
    /** The venue sends one book for each of a few hundred subscribed assets; far beyond it is no frame. */
    private static final int MOST_MESSAGES = 4096;

    private final ChannelMarkets known = new ChannelMarkets();
    private final MessageReader reader;
    private final List<WireMessage> pool = new ArrayList<>();
    private final MessageApplier applier;
    private int messageCount;

    /**
     * A channel that knows no market yet.
     *
     * @param checking whether to keep books and compare them with hashes and best prices
     */
    public MarketChannel(boolean checking) {
        this.reader = new MessageReader(known, checking);
        this.applier = new MessageApplier(checking, 0);
    }

    /**
     * Tells the channel of a market, or of a change of one. Frames about other markets' books are malformed.
     *
     * @param definition the market as it is now
     * @throws MalformedFrameException if an outcome belongs to a market known already, or the outcomes changed
     */
    public void define(VenueMarket definition) throws MalformedFrameException {
        known.define(definition);
    }

    /**
     * Reads a frame: one object, or a list of them.
     *
     * @param in at the frame's first token; afterwards at its last
     * @throws IOException if the frame is no JSON, or is malformed; nothing was taken in
     */
    public void parse(JsonParser in) throws IOException {
        messageCount = 0;
        int read = 0;
        if (in.currentToken() == JsonToken.START_ARRAY) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                message(in, read++);
            }
        } else {
            message(in, read++);
        }
        for (int i = 0; i < read; i++) {
            MessageChecks.check(pool.get(i));
        }
        messageCount = read;
    }

    private void message(JsonParser in, int index) throws IOException {
        if (index == MOST_MESSAGES) {
            throw new MalformedFrameException("more than " + MOST_MESSAGES + " objects in a frame");
        }
        if (index == pool.size()) {
            pool.add(new WireMessage());
        }
        reader.read(in, pool.get(index));
    }

    /**
     * The newest venue time in the frame read last and not yet taken in.
     *
     * @return milliseconds since 1970, or a negative number if the frame names none
     */
    public long venueMillis() {
        long newest = -1;
        for (int i = 0; i < messageCount; i++) {
            newest = Math.max(newest, pool.get(i).timestamp);
        }
        return newest;
    }

    /**
     * Takes in the frame read last.
     *
     * @param at when it was received
     * @param out told of what it says
     * @return whether it said anything of use
     */
    public boolean apply(Instant at, Consumer<? super MarketEvent> out) {
        boolean used = false;
        for (int i = 0; i < messageCount; i++) {
            used |= applier.apply(pool.get(i), at, out);
        }
        messageCount = 0;
        return used;
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
     * Refuses instruments of markets that were not defined.
     *
     * @param which any
     * @throws MalformedFrameException naming the first that is not known
     */
    public void checkKnown(Collection<InstrumentId> which) throws MalformedFrameException {
        for (InstrumentId id : which) {
            if (known.instruments.get(id.symbol()) == null) {
                throw new MalformedFrameException("instrument " + id + " is in no market defined before");
            }
        }
    }

    /**
     * Refuses a market that was not defined.
     *
     * @param market any
     * @throws MalformedFrameException if it is not known
     */
    public void checkKnown(MarketId market) throws MalformedFrameException {
        if (known.markets.get(market.symbol()) == null) {
            throw new MalformedFrameException("market " + market + " is not defined before");
        }
    }

    /**
     * What was compared so far.
     *
     * @return a copy
     */
    public BookChecks checks() {
        return applier.checker().checks();
    }
}
