package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A market as the catalogue has it. Texts are empty and lists short where it says nothing.
 *
 * @param id the catalogue's number of the market; empty only where {@code conditionId} is not
 * @param conditionId the condition it is settled by; empty while it is not on chain
 * @param questionId the question as its contracts name it, may be empty
 * @param slug its short readable name
 * @param question in words
 * @param groupItemTitle what it stands for among the markets of its event
 * @param resolutionSource where the outcome is read
 * @param versionText the generation as written, of which {@link #version()} is the meaning
 * @param outcomes the names of the outcomes
 * @param outcomePrices what they cost, or pay once it is resolved
 * @param clobTokenIds the tokens of a {@code v1} market's outcomes; may be there on others
 * @param positionIds the positions of a {@code v2} market's outcomes; may be there on others
 * @param state how far it has come
 * @param trading what orders must respect
 * @param dates its times
 * @param figures how much is traded
 * @param crypto what decides it, for markets about a coin's price, or null
 * @param events the events it belongs to, at most one as a rule
 */
public record GammaMarket(
        String id,
        String conditionId,
        String questionId,
        String slug,
        String question,
        String groupItemTitle,
        String resolutionSource,
        String versionText,
        List<String> outcomes,
        List<BigDecimal> outcomePrices,
        List<String> clobTokenIds,
        List<String> positionIds,
        GammaState state,
        GammaTrading trading,
        GammaDates dates,
        GammaFigures figures,
        @Nullable GammaCrypto crypto,
        List<GammaEventSummary> events) {
    /** Copies the lists. */
    public GammaMarket {
        outcomes = List.copyOf(outcomes);
        outcomePrices = List.copyOf(outcomePrices);
        clobTokenIds = List.copyOf(clobTokenIds);
        positionIds = List.copyOf(positionIds);
        events = List.copyOf(events);
    }

    /** By which generation of the protocol it trades. */
    public MarketVersion version() {
        return MarketVersion.of(versionText);
    }

    /** The event it belongs to. */
    public Optional<GammaEventSummary> event() {
        return events.stream().findFirst();
    }

    /** What tells it apart from every other. */
    String key() {
        return id.isEmpty() ? conditionId : id;
    }

    static GammaMarket read(JsonValue value) {
        return value.object(in -> {
            in.ignore(GammaMembers.OF_MARKET);
            return read(in);
        });
    }

    private static GammaMarket read(JsonObject in) {
        String id = Texts.id(in, "id");
        String condition = Texts.id(in, "conditionId");
        if (id.isEmpty() && condition.isEmpty()) {
            throw in.value().wrong("has neither 'id' nor 'conditionId'");
        }
        return new GammaMarket(
                id,
                condition,
                Texts.text(in, "questionID"),
                Texts.text(in, "slug"),
                Texts.text(in, "question"),
                Texts.text(in, "groupItemTitle"),
                Texts.text(in, "resolutionSource"),
                Texts.text(in, "version"),
                Texts.list(in, "outcomes", JsonValue::text),
                Texts.list(in, "outcomePrices", JsonValue::decimal),
                Texts.list(in, "clobTokenIds", JsonValue::id),
                Texts.list(in, "positionIds", JsonValue::id),
                GammaState.read(in),
                GammaTrading.read(in),
                GammaDates.read(in),
                GammaFigures.read(in),
                in.filled("cryptoMarketConfig").map(GammaCrypto::read).orElse(null),
                Texts.list(in, "events", GammaEventSummary::read));
    }

    /** The same market as part of an event, for markets that come inside one and do not repeat it. */
    GammaMarket within(GammaEventSummary event) {
        return new GammaMarket(
                id,
                conditionId,
                questionId,
                slug,
                question,
                groupItemTitle,
                resolutionSource,
                versionText,
                outcomes,
                outcomePrices,
                clobTokenIds,
                positionIds,
                state,
                trading,
                dates,
                figures,
                crypto,
                List.of(event));
    }
}
