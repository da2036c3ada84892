package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.clob.RewardedMarket.Plan;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Cursors;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Listing.End;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RewardClientTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 27);
    private static final Instant START = Instant.parse("2026-02-27T00:00:00Z");
    private static final Address MAKER = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    private static final String MARKET = """
            {"condition_id":"0xc0","market_id":"7","event_id":"8","question":"Up?","market_slug":"up","event_slug":"e",
             "image":"","rewards_max_spread":3.5,"rewards_min_size":"200","volume_24hr":1.5,"spread":0.01,
             "market_competitiveness":12.75,"maker_address":"","earning_percentage":30,
             "earnings":[{"asset_address":"0xa1","earnings":0.237519,"asset_rate":1}],
             "tokens":[{"token_id":"123","outcome":"YES","price":0.5}],
             "rewards_config":[{"id":0,"asset_address":"0xa1","start_date":"2026-02-27","end_date":"2500-12-31",
               "rate_per_day":30.5,"total_rewards":91.5,"remaining_reward_amount":61,"total_days":3}]}""";
    private static final RewardedMarket READ = new RewardedMarket(
            "0xc0",
            "Up?",
            "up",
            new BigDecimal("3.5"),
            new BigDecimal("200"),
            new BigDecimal("12.75"),
            List.of(new Plan(
                    "0xa1",
                    START,
                    Instant.parse("2500-12-31T00:00:00Z"),
                    new BigDecimal("30.5"),
                    new BigDecimal("91.5"))),
            List.of(new MarketToken("123", "YES", new BigDecimal("0.5"), false)));

    private final LocalVenue venue = new LocalVenue();
    private final UnknownMembers unknown = new UnknownMembers();
    private final RewardClient rewards = new RewardClient(venue.transport(), unknown);
    private final EarningsClient earnings =
            new EarningsClient(venue.transport(), LocalVenue.ACCOUNT, AccountKind.DEPOSIT_WALLET, unknown);

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void marketsThatPayComeInPages() throws InterruptedException {
        String page = "{\"limit\":1,\"count\":1,\"next_cursor\":\"MQ==\",\"data\":["
                + MARKET.replace("\"earning_percentage\":30,", "").replaceAll("(?s)\"earnings\":\\[.*?\\],", "")
                + "]}";
        venue.answers(page).answers(page).answers(page.replace("MQ==", "LTE="));

        Page<RewardedMarket> current = rewards.current(Cursors.FIRST);

        assertThat(current.items()).containsExactly(READ);
        assertThat(current.next()).isEqualTo("MQ==");
        assertThat(rewards.market("0xc0", Cursors.FIRST).items()).containsExactly(READ);
        assertThat(rewards.markets("MQ==").next()).isNull();
        venue.sawOpen("GET /rewards/markets/current?next_cursor=MA%3D%3D", "");
        venue.sawOpen("GET /rewards/markets/0xc0?next_cursor=MA%3D%3D", "");
        venue.sawOpen("GET /rewards/markets/multi?next_cursor=MQ%3D%3D", "");
        assertThat(unknown.total()).isZero();
    }

    @Test
    void rebatesOfADayAreKeptExactly() throws InterruptedException {
        venue.answers("""
                [{"date":"2026-02-27","condition_id":"0xc0","asset_address":"0xa1",
                  "maker_address":"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266","rebated_fees_usdc":"0.2375191234"}]""");

        assertThat(rewards.rebates(DAY, MAKER))
                .containsExactly(new Rebate(START, "0xc0", "0xa1", MAKER, new BigDecimal("0.2375191234")));
        venue.sawOpen(
                "GET /rebates/current?date=2026-02-27&maker_address=0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "");
    }

    @Test
    void earningsOfADayAreReadToTheEnd() throws InterruptedException {
        String earning = """
                {"date":"2026-02-27T00:00:00Z","condition_id":"0xc0","asset_address":"0xa1","maker_address":"0x1",
                 "earnings":0.237519,"asset_rate":0.999}""";
        venue.answers("{\"limit\":100,\"count\":1,\"next_cursor\":\"LTE=\",\"data\":[" + earning + "]}")
                .answers("[" + earning.replace("\"condition_id\":\"0xc0\",", "") + "]");
        BigDecimal amount = new BigDecimal("0.237519");
        BigDecimal rate = new BigDecimal("0.999");

        assertThat(earnings.earnings(DAY))
                .isEqualTo(new Listing<>(
                        List.of(new Earning(START, "0xc0", "0xa1", amount, rate)), End.COMPLETE, "", null));
        assertThat(earnings.total(DAY)).containsExactly(new Earning(START, "", "0xa1", amount, rate));

        venue.sawSigned("GET /rewards/user?signature_type=3&date=2026-02-27&next_cursor=MA%3D%3D", "");
        venue.sawSigned("GET /rewards/user/total?signature_type=3&date=2026-02-27", "");
    }

    @Test
    void partsOfTheRewardsAreTold() throws InterruptedException {
        venue.answers("{\"0xc0\":20,\"0xc1\":0.5}");

        assertThat(earnings.percentages())
                .isEqualTo(Map.of("0xc0", new BigDecimal("20"), "0xc1", new BigDecimal("0.5")));
        venue.sawSigned("GET /rewards/user/percentages?signature_type=3", "");
    }

    @Test
    void marketsWithEarningsComeInPages() throws InterruptedException {
        venue.answers("{\"limit\":1,\"count\":1,\"total_count\":9,\"next_cursor\":\"MQ==\",\"data\":[" + MARKET + "]}");

        Page<EarningMarket> page = earnings.markets(DAY, Cursors.FIRST);

        assertThat(page.items())
                .containsExactly(new EarningMarket(
                        READ,
                        new BigDecimal("30"),
                        List.of(new EarningMarket.Amount("0xa1", new BigDecimal("0.237519")))));
        venue.sawSigned("GET /rewards/user/markets?signature_type=3&date=2026-02-27&next_cursor=MA%3D%3D", "");
        assertThat(unknown.total()).isZero();
    }

    @Test
    void answersThatCannotBeReadAreFailures() {
        venue.answers("[{\"date\":\"never\"}]").answers("{\"0xc0\":\"all\"}");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> rewards.rebates(DAY, MAKER))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(earnings::percentages)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
    }
}
