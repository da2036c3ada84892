package io.ploy.connectors.polymarket.protocol;

import io.ploy.api.signing.Address;
import java.util.Optional;

/** The exchanges that orders are signed for, and which of them a market trades on. */
public final class Exchanges {
    private final Chain chain;
    private final ExchangeDomain ctf;
    private final ExchangeDomain negRisk;
    private final ExchangeDomain positions;

    /**
     * Exchanges at other addresses than the published ones.
     *
     * @param chain where they are
     * @param ctf of ordinary token markets
     * @param negRisk of token markets with negative risk
     * @param positions of position markets
     */
    public Exchanges(Chain chain, Address ctf, Address negRisk, Address positions) {
        this.chain = chain;
        this.ctf = new ExchangeDomain("2", chain, ctf);
        this.negRisk = new ExchangeDomain("2", chain, negRisk);
        this.positions = new ExchangeDomain("3", chain, positions);
    }

    /**
     * The published exchanges.
     *
     * @param chain where they are
     */
    public static Exchanges of(Chain chain) {
        return new Exchanges(
                chain,
                Contract.CTF_EXCHANGE.on(chain).orElseThrow(),
                Contract.NEG_RISK_EXCHANGE.on(chain).orElseThrow(),
                Contract.POSITION_EXCHANGE.on(chain).orElseThrow());
    }

    /** Where they are. */
    public Chain chain() {
        return chain;
    }

    /**
     * The exchange a market trades on.
     *
     * @param version of the market
     * @param hasNegativeRisk whether the market is one leg of a negative-risk event; position markets do not care
     * @return absent for {@link MarketVersion#UNKNOWN}: such a market cannot be traded
     */
    public Optional<ExchangeDomain> of(MarketVersion version, boolean hasNegativeRisk) {
        return switch (version) {
            case CTF -> Optional.of(hasNegativeRisk ? negRisk : ctf);
            case POSITIONS -> Optional.of(positions);
            case UNKNOWN -> Optional.empty();
        };
    }
}
