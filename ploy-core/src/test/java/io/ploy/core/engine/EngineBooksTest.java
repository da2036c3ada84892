package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Market;
import io.ploy.api.market.Outcome;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.sim.ExchangeSettings;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineBooksTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void afterAnyTradingTheBooksAgreeWithTheVenueToTheMicro(long seed) {
        ExchangeSettings settings = ExchangeSettings.builder()
                .seed(seed)
                .settlementFailureRate(seed % 2 == 0 ? 0.15 : 0)
                .retries(0.2, Duration.ofSeconds(3))
                .build();
        Room room = new Room(seed, settings, new InMemoryJournal(), new RandomTrader());

        try (Ploy ploy = room.start()) {
            room.run(ploy, Duration.ofMinutes(16));
            ploy.stop(Duration.ofMinutes(2));
            room.timeline.runUntil(room.timeline.now().plusSeconds(60));

            AccountSnapshot venue = room.exchange.account(Room.ACCOUNT);
            assertThat(ploy.portfolio().balance().settled()).isEqualTo(venue.collateral());
            assertThat(ploy.portfolio().balance().reserved().micros()).isZero();
            for (Market market : ploy.markets()) {
                for (Outcome outcome : market.outcomes()) {
                    assertThat(ploy.position(outcome.instrument()).confirmed())
                            .as(outcome.toString())
                            .isEqualTo(venue.holdings().getOrDefault(outcome.instrument(), Quantity.ZERO));
                }
            }
        }
    }
}
