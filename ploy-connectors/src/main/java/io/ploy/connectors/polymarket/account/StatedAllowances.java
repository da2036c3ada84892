package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.Allowance;
import io.ploy.api.portfolio.Allowances;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.clob.BalanceAllowance;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the exchange contract of each market may take of an account, as the order service said when the account was read. Shares
 * are approved for all tokens of a generation at once, so what was said of one holds for those that nobody asked about.
 */
final class StatedAllowances implements Allowances {
    private final TradedMarkets markets;
    private final BalanceAllowance collateral;
    private final Map<MarketVersion, Map<Address, Boolean>> operators = new EnumMap<>(MarketVersion.class);

    /**
     * Nothing was said of shares yet.
     *
     * @param markets tells which contract an outcome trades on
     * @param collateral what was said of it
     */
    StatedAllowances(TradedMarkets markets, BalanceAllowance collateral) {
        this.markets = markets;
        this.collateral = collateral;
    }

    /**
     * What was said of one token. The order service remembers each by itself, and not all of it is as new: a contract that it
     * says may take one of them may take all.
     */
    void add(MarketVersion version, BalanceAllowance token) {
        Map<Address, Boolean> known = operators.computeIfAbsent(version, any -> new HashMap<>());
        token.allowances()
                .forEach(each -> known.merge(each.spender(), each.micros() > 0, (one, other) -> one || other));
    }

    @Override
    public Allowance of(InstrumentId instrument) {
        VenueMarket market = markets.known(instrument);
        Address contract = market == null ? null : markets.exchange(market);
        if (market == null || contract == null) {
            return Allowance.NOT_STATED;
        }
        OptionalLong spending = collateral.statedMicros(contract);
        return new Allowance(
                spending.isPresent() ? Cash.ofMicros(spending.getAsLong()) : null,
                operators.getOrDefault(market.version(), Map.of()).get(contract),
                contract.checksummed());
    }
}
