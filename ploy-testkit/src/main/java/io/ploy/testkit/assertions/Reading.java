package io.ploy.testkit.assertions;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.record.VenueRecords;
import io.ploy.testkit.polymarket.state.VenueState;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One look at a venue, on its thread. What is wrong is told in words; nothing wrong is an empty list. */
final class Reading {
    private final VenueState state;
    private final VenueRecords records;

    Reading(VenueState state, VenueRecords records) {
        this.state = state;
        this.records = records;
    }

    Optional<OrderRow> order(String hash) {
        return records.order(hash);
    }

    List<OrderRow> orders(VenueAccount account) {
        return records.orders(account);
    }

    List<OrderRow> open(VenueAccount account) {
        return records.open(account);
    }

    List<TradeRow> trades(VenueAccount account) {
        return records.trades(account);
    }

    List<TradeRow> trades() {
        return records.trades();
    }

    AccountSnapshot holdings(VenueAccount account) {
        return state.exchange().account(account.id());
    }

    List<String> leaks() {
        Cash here = state.exchange().totalCollateral();
        Cash broughtIn = state.exchange().collateralBroughtIn();
        return here.equals(broughtIn) ? List.of() : List.of(broughtIn + " USD came in, " + here + " USD are there");
    }

    List<String> debts() {
        return state.accounts().all().stream()
                .filter(account -> holdings(account).collateral().isNegative())
                .map(account -> account.id() + " has " + holdings(account).collateral() + " USD")
                .toList();
    }

    List<String> unbackedShares() {
        List<String> broken = new ArrayList<>();
        for (ListedMarket listed : state.catalogue().markets()) {
            if (state.catalogue().resolved(listed.market().id()).isPresent()) {
                continue;
            }
            long locked = state.exchange().locked(listed.market().id()).micros();
            listed.market().outcomes().forEach(outcome -> {
                long held = state.accounts().all().stream()
                        .map(this::holdings)
                        .mapToLong(each -> each.holdings()
                                .getOrDefault(outcome.instrument(), Quantity.ZERO)
                                .micros())
                        .sum();
                if (held != locked) {
                    broken.add(Quantity.ofMicros(held) + " shares of " + outcome.name() + " of "
                            + listed.market().slug() + " are held, with " + Cash.ofMicros(locked) + " USD locked");
                }
            });
        }
        return broken;
    }

    List<String> overfilled() {
        Map<String, Long> spent = spent();
        return state.accounts().all().stream()
                .flatMap(account -> records.orders(account).stream())
                .filter(order -> order.matched().compareTo(order.original()) > 0)
                .filter(order -> !spends(order) || spent.getOrDefault(order.id(), 0L) > budget(order))
                .map(order -> OrderAssert.words(order))
                .toList();
    }

    /** An order that spends may bring more shares than it asked for, at a better price. */
    private static boolean spends(OrderRow order) {
        return order.side() == Side.BUY && !order.timeInForce().rests();
    }

    /** The shares of such an order are its cash over the limit, rounded down. */
    private static long budget(OrderRow order) {
        return FixedPoint.mulDiv(
                order.original().micros() + 1, order.price().micros(), FixedPoint.ONE, RoundingMode.CEILING);
    }

    private Map<String, Long> spent() {
        Map<String, Long> spent = new HashMap<>();
        for (TradeRow trade : records.trades()) {
            Stream.concat(Stream.of(trade.taker()), trade.makers().stream())
                    .forEach(party -> spent.merge(party.order(), cost(party), Long::sum));
        }
        return spent;
    }

    private static long cost(TradeRow.Party party) {
        return FixedPoint.mulDiv(
                party.quantity().micros(), party.price().micros(), FixedPoint.ONE, RoundingMode.CEILING);
    }
}
