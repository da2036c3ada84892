package io.ploy.testkit.polymarket.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.util.Locale;
import java.util.Optional;

/**
 * An order in a request, as far as it can be read.
 *
 * @param json with owner, type and the signed part
 * @param market where; absent if the venue does not list it
 * @param account whose; absent if the venue does not know the wallet
 * @param hash lower case; absent if the order cannot be read
 */
public record AskedOrder(
        JsonNode json, Optional<ListedMarket> market, Optional<VenueAccount> account, Optional<String> hash) {
    /**
     * The outcome.
     *
     * @return decimal digits, as posted
     */
    public String token() {
        return signed().path("tokenId").asText();
    }

    /**
     * The outcome at the exchange.
     *
     * @return its id
     */
    public InstrumentId instrument() {
        return new InstrumentId(ListedMarket.VENUE, token());
    }

    /**
     * Whether it buys.
     *
     * @return false if it sells
     */
    public boolean buys() {
        return side().equals("BUY");
    }

    /**
     * Its side.
     *
     * @return {@code BUY} or {@code SELL}, as posted
     */
    public String side() {
        return signed().path("side").asText().toUpperCase(Locale.ROOT);
    }

    /**
     * How long it lives.
     *
     * @return such as {@code FOK}, as posted
     */
    public String type() {
        return json.path("orderType").asText().toUpperCase(Locale.ROOT);
    }

    /**
     * Whether it may only rest.
     *
     * @return as posted
     */
    public boolean isPostOnly() {
        return json.path("postOnly").asBoolean();
    }

    /**
     * What is given.
     *
     * @return micros; 0 if it cannot be read
     */
    public long makerMicros() {
        return signed().path("makerAmount").asLong();
    }

    /**
     * What is wanted.
     *
     * @return micros; 0 if it cannot be read
     */
    public long takerMicros() {
        return signed().path("takerAmount").asLong();
    }

    /**
     * The shares it is about at its price.
     *
     * @return zero if it cannot be read
     */
    public Quantity shares() {
        return Quantity.ofMicros(buys() ? takerMicros() : makerMicros());
    }

    /**
     * The collateral it is about at its price.
     *
     * @return micros
     */
    public long moneyMicros() {
        return buys() ? makerMicros() : takerMicros();
    }

    /**
     * Its price, to the micro.
     *
     * @return between the two ends; zero if it cannot be read
     */
    public Price price() {
        long shares = shares().micros();
        return shares == 0 ? Price.ZERO : Price.ofMicros(Math.min(1_000_000, moneyMicros() * 1_000_000 / shares));
    }

    /**
     * When it expires.
     *
     * @return unix seconds; 0 for never
     */
    public long expiration() {
        return signed().path("expiration").asLong();
    }

    private JsonNode signed() {
        return json.path("order");
    }

    boolean fits(Where where) {
        return where.isToken(token())
                && where.isSide(side())
                && where.isType(type())
                && where.isOrder(hash.orElse(""))
                && where.isMarket(market.map(ListedMarket::conditionId).orElse(""))
                && where.isAccount(account.map(holder -> holder.id().name()).orElse(""));
    }
}
