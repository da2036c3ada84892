package io.ploy.connectors.polymarket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final ObjectMapper mapper = new ObjectMapper();
    private final MarketChannel channel;
    private final Consumer<? super NewMarket> newMarkets;
    private long frames;
    private long unreadable;
    private long malformed;

    /**
     * A channel that knows no market yet.
     *
     * @param checking whether to keep books and compare them with hashes and best prices
     * @param newMarkets told of new markets, on the thread that brings the frame
     */
    public LiveChannel(boolean checking, Consumer<? super NewMarket> newMarkets) {
        this.channel = new MarketChannel(checking);
        this.newMarkets = newMarkets;
    }

    /**
     * Tells the channel of a market, or of a change of one. What comes of other markets is left out.
     *
     * @param definition the market as it is now
     * @throws MalformedFrameException if an outcome belongs to a market known already, or the outcomes changed
     */
    public void define(VenueMarket definition) throws MalformedFrameException {
        channel.define(definition);
    }

    /**
     * Leaves out from now on what comes of a market.
     *
     * @param market one defined before, or any other
     */
    public void forget(MarketId market) {
        channel.forget(market);
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
        frames++;
        JsonNode tree;
        try {
            tree = mapper.readTree(frame);
        } catch (JsonProcessingException e) {
            unreadable++;
            return FrameOutcome.UNREADABLE;
        }
        boolean used = false;
        for (JsonNode each : tree.isArray() ? tree : List.of(tree)) {
            if (each.path("event_type").asText().equals("new_market")) {
                List<InstrumentId> outcomes = new ArrayList<>();
                each.path("assets_ids").forEach(id -> outcomes.add(new InstrumentId("polymarket", id.asText())));
                newMarkets.accept(new NewMarket(
                        new MarketId("polymarket", each.path("market").asText()),
                        each.path("slug").asText(),
                        outcomes));
                used = true;
                continue;
            }
            try (JsonParser in = each.traverse()) {
                in.nextToken();
                channel.parse(in);
                used |= channel.apply(at, out);
            } catch (IOException e) {
                malformed++;
            }
        }
        return used ? FrameOutcome.USED : FrameOutcome.UNUSED;
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
        channel.distrustAll(at, trust, reason, out);
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
        channel.distrust(at, trust, reason, which, out);
    }

    /**
     * The venue's own time of what is known of a book, to compare with what it answers when asked.
     *
     * @param instrument whose book
     * @return milliseconds since 1970 of the newest book or change taken in, negative if there was none
     */
    public long asOf(InstrumentId instrument) {
        return channel.asOf(instrument);
    }

    /**
     * What came so far.
     *
     * @return a copy
     */
    public LiveCounts counts() {
        Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
        dropped.put(DropReason.MALFORMED, malformed);
        return new LiveCounts(frames, unreadable, new EnumMap<>(MessageKind.class), dropped, 0, channel.checks(), 0, 0);
    }
}
