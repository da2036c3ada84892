package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Allowance;
import io.ploy.api.portfolio.Credit;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.data.DataVersion;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolymarketAccountReaderTest {
    private static final String BALANCE = "GET /balance-allowance";
    private static final String REFRESH = "GET /balance-allowance/update";
    private static final Exchanges EXCHANGES = Exchanges.of(Chain.POLYGON);
    private static final InstrumentId ORDERED = new InstrumentId("polymarket", "111");

    private static final Instant PAID_AT = Facts.NOW.minusSeconds(60);

    private final ScriptedTransport venue = new ScriptedTransport();
    private final PolymarketAccountReader reader = reader(DataVersion.V1);

    private PolymarketAccountReader reader(DataVersion version) {
        return new PolymarketAccountReader(
                "polymarket",
                Facts.FUNDER,
                venue.client(),
                new DataClient(venue, new UnknownMembers(), version),
                new TradedMarkets(new OneMarket(MarketVersion.CTF), EXCHANGES),
                new ManualTime(Facts.NOW),
                Runnable::run);
    }

    @BeforeEach
    void anOrderIsOpenAndNothingIsIndexed() {
        venue.answer("GET /positions", "[]");
        venue.answer("GET /activity", "[]");
        venue.answer("GET /data/orders", VenueRows.list(VenueRows.order(Facts.ORDER.value(), "[]")));
        holds("0");
    }

    private void holds(String micros) {
        venue.answer(BALANCE, "{\"balance\":\"" + micros + "\",\"allowances\":{}}");
    }

    private AccountSnapshot read(InstrumentId... asked) {
        return reader.read(Set.of(asked)).toCompletableFuture().join();
    }

    @Test
    void whatIsAskedForIsReadAndNamedAlsoIfThereIsNoneOfIt() {
        AccountSnapshot read = read(OneMarket.YES, OneMarket.NO);

        assertThat(read)
                .isEqualTo(new AccountSnapshot(
                        Cash.ZERO,
                        Map.of(OneMarket.YES, Quantity.ZERO, OneMarket.NO, Quantity.ZERO),
                        true,
                        Facts.NOW,
                        read.allowances(),
                        List.of()));
        assertThat(venue.asked)
                .anyMatch(each -> each.startsWith(BALANCE) && each.contains(OneMarket.YES.symbol()))
                .anyMatch(each -> each.startsWith(BALANCE) && each.contains(OneMarket.NO.symbol()))
                .anyMatch(each -> each.startsWith(BALANCE) && each.contains("token_id=111&"));
    }

    @Test
    void whatIsFoundIsNamedIfThereIsSomeOfIt() {
        holds("7000000");

        assertThat(read(OneMarket.YES).holdings())
                .isEqualTo(Map.of(OneMarket.YES, Quantity.ofShares(7), ORDERED, Quantity.ofShares(7)));
    }

    @Test
    void whatTheMarketsExchangeMayTakeIsStated() {
        venue.answer(BALANCE, allowed(Contract.CTF_EXCHANGE, "250000"));

        Allowance stated = read(OneMarket.YES).allowances().of(OneMarket.NO);

        assertThat(stated)
                .isEqualTo(new Allowance(
                        Cash.ofMicros(250_000),
                        true,
                        address(Contract.CTF_EXCHANGE).checksummed()));
        assertThat(venue.asked).noneMatch(each -> each.startsWith(REFRESH));
    }

    @Test
    void whatOtherContractsMayTakeProvesNothing() {
        venue.answer(BALANCE, allowed(Contract.POSITION_EXCHANGE, "250000"));

        Allowance stated = read(OneMarket.YES).allowances().of(OneMarket.YES);

        assertThat(stated.collateral()).isNull();
        assertThat(stated.shares()).isNull();
    }

    @Test
    void ofAnOutcomeNobodyKnowsNothingIsStated() {
        venue.answer(BALANCE, allowed(Contract.CTF_EXCHANGE, "0"));

        assertThat(read(OneMarket.YES).allowances().of(ORDERED)).isEqualTo(Allowance.NOT_STATED);
    }

    @Test
    void venueLooksAtTheChainBeforeItIsBelievedThatNothingMayBeTaken() {
        venue.answer(BALANCE, allowed(Contract.CTF_EXCHANGE, "0"));
        venue.answer(REFRESH, "");
        venue.then(REFRESH, () -> venue.answer(BALANCE, allowed(Contract.CTF_EXCHANGE, "7")));

        assertThat(read(OneMarket.YES).allowances().of(OneMarket.YES).collateral())
                .isEqualTo(Cash.ofMicros(7));

        venue.answer(BALANCE, allowed(Contract.CTF_EXCHANGE, "0"));
        venue.fail(REFRESH, Failure.SERVER_ERROR, "");

        Allowance stated = read(OneMarket.YES).allowances().of(OneMarket.YES);

        assertThat(stated.collateral()).isEqualTo(Cash.ZERO);
        assertThat(stated.forbidsSelling()).isTrue();
    }

    private static String allowed(Contract contract, String micros) {
        return "{\"balance\":\"0\",\"allowances\":{\"" + address(contract).checksummed() + "\":\"" + micros + "\"}}";
    }

    private static Address address(Contract contract) {
        return contract.on(Chain.POLYGON).orElseThrow();
    }

    @Test
    void whatTheVenuePaidIsTold() {
        venue.answer("GET /v2/positions", page(""));
        venue.answer(
                "GET /v2/activity",
                page(paid("MAKER_REBATE", "0.5", "0x05") + "," + paid("REWARD", "1.25", "0x06") + ","
                        + paid("YIELD", "0.000001", "0x07") + "," + paid("REWARD", "0", "0x08") + ","
                        + paid("DEPOSIT", "50", "0x09") + "," + paid("LOTTERY", "5", "0x0a")));

        assertThat(reader(DataVersion.V2)
                        .read(Set.of())
                        .toCompletableFuture()
                        .join()
                        .credits())
                .containsExactly(
                        new Credit(Credit.Kind.REBATE, Cash.parse("0.5"), PAID_AT, "0x05"),
                        new Credit(Credit.Kind.REWARD, Cash.parse("1.25"), PAID_AT, "0x06"),
                        new Credit(Credit.Kind.REWARD, Cash.parse("0.000001"), PAID_AT, "0x07"));
        assertThat(venue.asked)
                .anyMatch(each -> each.startsWith("GET /v2/activity")
                        && each.contains("type=MAKER_REBATE,REFERRAL_REWARD,REWARD,TAKER_REBATE,YIELD")
                        && each.contains(
                                "start=" + Facts.NOW.minusSeconds(86_400).getEpochSecond()));
    }

    private static String page(String rows) {
        return "{\"data\":[" + rows + "],\"pagination\":{\"limit\":500,\"has_more\":false,\"next_cursor\":\"\"}}";
    }

    private static String paid(String type, String usd, String transaction) {
        return """
                {"proxy_wallet":"0xab","timestamp":%d,"condition_id":"","type":"%s","size":%s,"usdc_size":%s,
                 "transaction_hash":"%s","price":0,"token_id":"","side":"","outcome_index":999,"is_combo":false}""".formatted(PAID_AT.getEpochSecond(), type, usd, usd, transaction);
    }

    @Test
    void balancesAreReadAlsoWhereNothingSaysWhatWasPaid() {
        venue.fail("GET /activity", Failure.SERVER_ERROR, "");

        AccountSnapshot read = read(OneMarket.YES);

        assertThat(read.complete()).isTrue();
        assertThat(read.credits()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotZero() {
        venue.fail(BALANCE, Failure.SERVER_ERROR, "");

        assertThatThrownBy(() -> read(OneMarket.YES)).hasCauseInstanceOf(RequestException.class);
    }

    @Test
    void anotherVenuesInstrumentIsRefused() {
        assertThatThrownBy(() -> read(new InstrumentId("elsewhere", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere");
    }
}
