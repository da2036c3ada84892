package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueLimitsTest {
    @Test
    void aFifthOfTheSharedLimitsIsKeptForCancels() {
        assertThat(LimitSettings.defaults().reservedPercent()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLOB    | POST   | /order                      | 15000/10 9000/10 3500/10 36000/600
            CLOB    | DELETE | /order                      | 15000/10 9000/10 3000/10 30000/600
            CLOB    | POST   | /orders                     | 15000/10 9000/10 1000/10 15000/600
            CLOB    | DELETE | /orders                     | 15000/10 9000/10 1000/10 15000/600
            CLOB    | DELETE | /cancel-all                 | 15000/10 9000/10 250/10 6000/600
            CLOB    | DELETE | /cancel-market-orders       | 15000/10 9000/10 1000/10 1500/600
            CLOB    | POST   | /v1/heartbeats              | 15000/10 9000/10
            CLOB    | GET    | /ok                         | 15000/10 9000/10 100/10
            CLOB    | GET    | /time                       | 15000/10 9000/10
            CLOB    | GET    | /book                       | 15000/10 9000/10 1500/10
            CLOB    | GET    | /price                      | 15000/10 9000/10 1500/10
            CLOB    | GET    | /midpoint                   | 15000/10 9000/10 1500/10
            CLOB    | POST   | /books                      | 15000/10 9000/10 500/10
            CLOB    | POST   | /prices                     | 15000/10 9000/10 500/10
            CLOB    | POST   | /midpoints                  | 15000/10 9000/10 500/10
            CLOB    | GET    | /prices-history             | 15000/10 9000/10 1000/10
            CLOB    | GET    | /tick-size                  | 15000/10 9000/10 200/10
            CLOB    | GET    | /data/orders                | 15000/10 9000/10 900/10 500/10
            CLOB    | GET    | /data/order/0xab            | 15000/10 9000/10 900/10
            CLOB    | GET    | /data/trades                | 15000/10 9000/10 900/10 500/10
            CLOB    | GET    | /notifications              | 15000/10 9000/10 900/10 125/10
            CLOB    | GET    | /balance-allowance          | 15000/10 9000/10 200/10
            CLOB    | GET    | /balance-allowance/update   | 15000/10 9000/10 50/10
            CLOB    | POST   | /auth/api-key               | 15000/10 9000/10 100/10
            GAMMA   | GET    | /series                     | 15000/10 4000/10
            GAMMA   | GET    | /events/keyset              | 15000/10 4000/10 500/10 900/10
            GAMMA   | GET    | /markets                    | 15000/10 4000/10 300/10 900/10
            GAMMA   | GET    | /comments                   | 15000/10 4000/10 200/10
            GAMMA   | GET    | /tags/slug/x                | 15000/10 4000/10 200/10
            GAMMA   | GET    | /public-search              | 15000/10 4000/10 350/10
            DATA    | GET    | /activity                   | 15000/10 1000/10
            DATA    | GET    | /trades                     | 15000/10 1000/10 200/10
            DATA    | GET    | /positions                  | 15000/10 1000/10 150/10
            DATA    | GET    | /closed-positions           | 15000/10 1000/10 150/10
            DATA    | GET    | /v2/value                   | 15000/10 1000/10 800/10
            DATA    | GET    | /v2/trades                  | 15000/10 1000/10 800/10 300/10
            DATA    | GET    | /v2/positions               | 15000/10 1000/10 800/10 200/10
            DATA    | GET    | /v2/activity                | 15000/10 1000/10 800/10 200/10
            DATA    | GET    | /v2/prices-history          | 15000/10 1000/10 800/10 200/10
            DATA    | GET    | /v2/status                  | 15000/10 1000/10 800/10 100/10
            RELAYER | POST   | /submit                     | 15000/10 25/60
            SITE    | GET    | /api/geoblock               | 15000/10
            """)
    void eachRequestCountsForTheLimitsTheVenuePublishes(Service service, String method, String path, String limits) {
        Call call = Call.of(service, Purpose.READ, method, path);

        List<String> found = VenueLimits.rules().stream()
                .filter(rule -> rule.matches(call))
                .map(rule -> rule.count() + "/" + rule.window().toSeconds())
                .toList();

        assertThat(found).containsExactlyInAnyOrder(limits.split(" "));
    }

    @Test
    void tiersAreTheOnesTheVenuePublishes() {
        assertThat(VenueLimits.tiers())
                .extracting(tier -> "%s %d/%d %d/%d %b"
                        .formatted(
                                tier.name(),
                                tier.orders(),
                                tier.orderBurst(),
                                tier.cancels(),
                                tier.cancelBurst(),
                                tier.cancelDebt()))
                .containsExactly(
                        "standard 40/60 80/120 true",
                        "copper 60/90 120/180 true",
                        "bronze 80/120 160/240 true",
                        "silver 200/300 400/600 true",
                        "gold 400/600 800/1200 true",
                        "platinum 450/675 900/1350 false",
                        "diamond 525/787 1050/1575 false",
                        "elite 600/900 1200/1800 false");
    }

    @Test
    void pathWithAllBelowDoesNotMatchALongerName() {
        RateRule rule = RateRule.of(Service.GAMMA, "GET", 1, java.time.Duration.ofSeconds(1), "/tags/*");

        assertThat(rule.matches(Call.get(Service.GAMMA, "/tags"))).isTrue();
        assertThat(rule.matches(Call.get(Service.GAMMA, "/tags/7"))).isTrue();
        assertThat(rule.matches(Call.get(Service.GAMMA, "/tagscloud"))).isFalse();
        assertThat(rule.matches(Call.get(Service.DATA, "/tags"))).isFalse();
        assertThat(rule.matches(Call.of(Service.GAMMA, Purpose.READ, "POST", "/tags")))
                .isFalse();
    }
}
