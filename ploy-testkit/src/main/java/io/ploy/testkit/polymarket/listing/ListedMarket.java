package io.ploy.testkit.polymarket.listing;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import java.time.Instant;

/**
 * A market with what the venue's APIs say of it besides what trading needs.
 *
 * @param market as the exchange has it; its id is {@code polymarket:} and the condition id, its instruments' ids
 *     {@code polymarket:} and the token ids
 * @param id the catalogue's number, decimal digits
 * @param event the event it belongs to
 * @param version which contracts it trades on
 * @param questionId 0x and 64 hexadecimal digits
 * @param description the rules of resolution, for people
 * @param groupItemTitle what tells it from the other markets of its event; empty if it is the only one
 * @param resolutionSource who decides, for people
 * @param createdAt when it was listed
 * @param endsAt when trading is expected to end
 */
public record ListedMarket(
        Market market,
        String id,
        ListedEvent event,
        ProtocolVersion version,
        String questionId,
        String description,
        String groupItemTitle,
        String resolutionSource,
        Instant createdAt,
        Instant endsAt) {
    /** The venue's name in market and instrument ids. */
    public static final String VENUE = "polymarket";

    /**
     * The venue's name of the market.
     *
     * @return 0x and hexadecimal digits, 64 of a token market, 62 of a position market
     */
    public String conditionId() {
        return market.id().symbol();
    }

    /**
     * The venue's name of an outcome.
     *
     * @param first whether of the first
     * @return decimal digits
     */
    public String tokenId(boolean first) {
        return (first ? market.first() : market.second()).instrument().symbol();
    }

    /**
     * Whether an instrument is the first outcome.
     *
     * @param instrument one of the market's
     * @return false for the second
     */
    public boolean isFirst(InstrumentId instrument) {
        return market.first().instrument().equals(instrument);
    }

    /**
     * Whether it is a market of a neg-risk event.
     *
     * @return as its event
     */
    public boolean negRisk() {
        return event.negRisk();
    }

    /**
     * What the contracts call a neg-risk event, whose questions differ in their last byte only, which counts them.
     *
     * @return 0x and 64 hexadecimal digits, of which the last two are zero
     */
    public String negRiskMarketId() {
        return questionId.substring(0, questionId.length() - 2) + "00";
    }

    /**
     * The same listing after the exchange changed the market.
     *
     * @param changed as it is now
     * @return a copy
     */
    public ListedMarket with(Market changed) {
        return new ListedMarket(
                changed,
                id,
                event,
                version,
                questionId,
                description,
                groupItemTitle,
                resolutionSource,
                createdAt,
                endsAt);
    }
}
