package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.money.Quantity;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.ConditionId;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.NegRiskQuestion;
import io.ploy.connectors.polymarket.protocol.PositionId;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.relayer.OutcomeSets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which calls convert. The contracts know an event and its questions by names of their own; that these are the names of the
 * markets meant is proved before anything is signed, since a wrong name would give up other shares.
 */
final class ConversionCalls {
    private final Chain chain;
    private final OutcomeSets sets;

    ConversionCalls(Chain chain, OutcomeSets sets) {
        this.chain = chain;
        this.sets = sets;
    }

    /**
     * The calls, all of the same contract.
     *
     * @param shares how many of each market that is given
     * @throws IllegalArgumentException if the markets are not of one event with negative risk, or their names are not known
     */
    List<ContractCall> of(SetMarkets markets, Quantity shares) {
        MarketVersion version = markets.given().get(0).version();
        return switch (version) {
            case CTF -> List.of(sets.convert(questions(markets), shares));
            case POSITIONS -> sets.convertPositions(positions(markets), shares);
            case UNKNOWN ->
                throw new IllegalArgumentException("shares of markets of unknown version cannot be converted");
        };
    }

    private List<NegRiskQuestion> questions(SetMarkets markets) {
        Address oracle = Contract.NEG_RISK_ADAPTER
                .on(chain)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no address of " + Contract.NEG_RISK_ADAPTER + " on " + chain + " is known"));
        List<NegRiskQuestion> all = new ArrayList<>();
        for (VenueMarket market : all(markets)) {
            NegRiskQuestion question = question(market, oracle);
            requireOneEvent(market, all.isEmpty() || question.isOfEventOf(all.get(0)));
            all.add(question);
        }
        return all.subList(0, markets.given().size());
    }

    private static NegRiskQuestion question(VenueMarket market, Address oracle) {
        String id = market.market().id().toString();
        requireOneEvent(market, market.negRisk() && market.version() == MarketVersion.CTF);
        if (market.questionId().isEmpty()) {
            throw new IllegalArgumentException("the venue does not say what the contracts call the question of market "
                    + id + ", and they want that to convert");
        }
        NegRiskQuestion question = NegRiskQuestion.parse(market.questionId());
        if (!question.condition(oracle)
                .equals(ConditionId.of(MarketVersion.CTF, market.market().id().symbol()))) {
            throw new IllegalArgumentException("the question " + question
                    + " that the venue names is not that of market " + id + ": its hash is another condition");
        }
        return question;
    }

    private static List<PositionId> positions(SetMarkets markets) {
        List<PositionId> all = new ArrayList<>();
        for (VenueMarket market : all(markets)) {
            requireOneEvent(market, market.version() == MarketVersion.POSITIONS);
            PositionId position = PositionId.parse(MarketOutcome.second(market).token());
            requireOneEvent(
                    market,
                    position.module() == PositionId.Module.NEG_RISK
                            && (all.isEmpty()
                                    || position.event().equals(all.get(0).event())));
            all.add(position);
        }
        return all.subList(0, markets.given().size());
    }

    private static List<VenueMarket> all(SetMarkets markets) {
        return Stream.concat(markets.given().stream(), markets.received().stream())
                .toList();
    }

    private static void requireOneEvent(VenueMarket market, boolean is) {
        if (!is) {
            throw new IllegalArgumentException("market " + market.market().id()
                    + " is not of the same event with negative risk as the others, so shares cannot be converted");
        }
    }
}
