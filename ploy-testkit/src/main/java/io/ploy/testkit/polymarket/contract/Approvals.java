package io.ploy.testkit.polymarket.contract;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.VenueAccounts;
import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What wallets let contracts move. An account of the venue has approved everything until it says otherwise on the chain; what
 * {@link SimulatedExchange#approve} says then holds for all exchange contracts alike. Used on the venue's thread.
 */
public final class Approvals implements ExchangeObserver {
    /** An allowance that is not counted down: 2<sup>256</sup> − 1. */
    public static final BigInteger UNLIMITED = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private static final List<VenueContract> EXCHANGES =
            List.of(VenueContract.EXCHANGE, VenueContract.NEG_RISK_EXCHANGE, VenueContract.POSITION_EXCHANGE);

    private final long chainId;
    private final SimulatedExchange exchange;
    private final Timeline timeline;
    private final VenueAccounts accounts;
    private final Catalogue catalogue;
    private final Map<Grant, BigInteger> allowances = new HashMap<>();
    private final Map<Grant, Boolean> operators = new HashMap<>();

    private record Grant(Address owner, VenueContract token, Address to) {}

    /**
     * Everything is as accounts are opened.
     *
     * @param chainId 137 or 80002
     * @param timeline the venue's time
     * @param exchange is held to what is approved
     * @param accounts the venue's
     * @param catalogue the venue's
     */
    public Approvals(
            long chainId, Timeline timeline, SimulatedExchange exchange, VenueAccounts accounts, Catalogue catalogue) {
        this.chainId = chainId;
        this.timeline = timeline;
        this.exchange = exchange;
        this.accounts = accounts;
        this.catalogue = catalogue;
        exchange.observe(this);
    }

    /**
     * How much collateral a contract may take.
     *
     * @param owner whose
     * @param spender the contract
     * @return micros, or {@link #UNLIMITED}
     */
    public BigInteger allowance(Address owner, Address spender) {
        BigInteger said = allowances.get(new Grant(owner, VenueContract.COLLATERAL, spender));
        if (said != null) {
            return said;
        }
        Optional<VenueAccount> account = accounts.wallet(owner);
        Optional<VenueContract> contract = VenueContract.at(spender, chainId);
        if (account.isEmpty() || contract.isEmpty()) {
            return BigInteger.ZERO;
        }
        return EXCHANGES.contains(contract.get())
                ? exchange.allowance(account.get().id())
                        .map(limit -> BigInteger.valueOf(limit.micros()))
                        .orElse(UNLIMITED)
                : UNLIMITED;
    }

    /**
     * Whether a contract may move shares.
     *
     * @param owner whose
     * @param ledger who keeps them
     * @param operator the contract
     * @return true if it may move all of them
     */
    public boolean isOperator(Address owner, VenueContract ledger, Address operator) {
        Boolean said = operators.get(new Grant(owner, ledger, operator));
        if (said != null) {
            return said;
        }
        Optional<VenueAccount> account = accounts.wallet(owner);
        Optional<VenueContract> contract = VenueContract.at(operator, chainId);
        if (account.isEmpty() || contract.isEmpty()) {
            return false;
        }
        return !EXCHANGES.contains(contract.get())
                || exchange.tokensApproved(account.get().id());
    }

    /**
     * Lets a contract take collateral.
     *
     * @param owner whose
     * @param spender the contract
     * @param amount micros, or {@link #UNLIMITED}
     */
    public void allow(Address owner, Address spender, BigInteger amount) {
        settleExchanges(owner);
        allowances.put(new Grant(owner, VenueContract.COLLATERAL, spender), amount);
        holdExchange(owner);
    }

    /**
     * Lets a contract move shares, or no longer.
     *
     * @param owner whose
     * @param ledger who keeps them
     * @param operator the contract
     * @param approved whether it may
     */
    public void operate(Address owner, VenueContract ledger, Address operator, boolean approved) {
        settleExchanges(owner);
        operators.put(new Grant(owner, ledger, operator), approved);
        holdExchange(owner);
    }

    /**
     * Whether a market's exchange may take what an order wants to give, beside what open orders may take.
     *
     * @param account whose order
     * @param market where
     * @param side of the order
     * @param collateral micros that a buy pays at most
     * @return false if it is not approved
     */
    public boolean cover(VenueAccount account, ListedMarket market, Side side, long collateral) {
        Address spender = address(VenueContract.exchangeOf(market));
        if (side == Side.SELL) {
            return isOperator(account.wallet(), VenueContract.ledgerOf(market), spender);
        }
        BigInteger allowance = allowance(account.wallet(), spender);
        long tiedUp = exchange.account(account.id()).collateral().micros()
                - exchange.available(account.id()).micros();
        return allowance.equals(UNLIMITED)
                || BigInteger.valueOf(collateral)
                                .add(BigInteger.valueOf(tiedUp))
                                .compareTo(allowance)
                        <= 0;
    }

    @Override
    public void onTrade(ExchangeTrade trade) {
        if (trade.status() == SettlementStatus.CONFIRMED && !allowances.isEmpty()) {
            catalogue.market(trade.market()).ifPresent(market -> {
                count(market, trade.taker());
                trade.makers().forEach(maker -> count(market, maker));
            });
        }
    }

    private void count(ListedMarket market, ExchangeTrade.Leg leg) {
        Address wallet =
                accounts.account(leg.account()).map(VenueAccount::wallet).orElse(null);
        if (wallet == null || leg.side() == Side.SELL) {
            return;
        }
        Grant grant = new Grant(wallet, VenueContract.COLLATERAL, address(VenueContract.exchangeOf(market)));
        BigInteger allowance = allowances.get(grant);
        if (allowance != null && !allowance.equals(UNLIMITED)) {
            long paid = leg.notional().micros() + leg.fee().micros();
            allowances.put(grant, allowance.subtract(BigInteger.valueOf(paid)).max(BigInteger.ZERO));
            // An observer must not change the exchange.
            timeline.schedule(timeline.now(), () -> holdExchange(wallet));
        }
    }

    /** From here on each exchange has what was said of all of them. */
    private void settleExchanges(Address owner) {
        if (accounts.wallet(owner).isEmpty()) {
            return;
        }
        for (VenueContract each : EXCHANGES) {
            each.on(chainId).ifPresent(spender -> {
                allowances.putIfAbsent(new Grant(owner, VenueContract.COLLATERAL, spender), allowance(owner, spender));
                for (VenueContract ledger : List.of(VenueContract.CONDITIONAL_TOKENS, VenueContract.POSITION_MANAGER)) {
                    operators.putIfAbsent(new Grant(owner, ledger, spender), isOperator(owner, ledger, spender));
                }
            });
        }
    }

    /** The exchange knows one limit; what differs between its contracts is looked at with every order. */
    private void holdExchange(Address owner) {
        accounts.wallet(owner).ifPresent(account -> {
            BigInteger most = EXCHANGES.stream()
                    .map(each -> allowance(owner, address(each)))
                    .reduce(BigInteger.ZERO, BigInteger::max)
                    .min(BigInteger.valueOf(Long.MAX_VALUE));
            boolean tokens = EXCHANGES.stream()
                    .map(this::address)
                    .anyMatch(spender -> isOperator(owner, VenueContract.CONDITIONAL_TOKENS, spender)
                            || isOperator(owner, VenueContract.POSITION_MANAGER, spender));
            exchange.approve(account.id(), Cash.ofMicros(most.longValueExact()), tokens);
        });
    }

    private Address address(VenueContract contract) {
        return contract.on(chainId)
                .orElseThrow(() -> new IllegalArgumentException("no " + contract + " on " + chainId));
    }
}
