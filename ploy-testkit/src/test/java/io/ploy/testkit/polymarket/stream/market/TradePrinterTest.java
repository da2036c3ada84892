package io.ploy.testkit.polymarket.stream.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.polymarket.Desk;
import io.ploy.testkit.polymarket.FixtureRecords;
import io.ploy.testkit.polymarket.VenueFixture;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TradePrinterTest {
    private final VenueFixture venue = new VenueFixture();
    private final FixtureRecords records = new FixtureRecords(venue.state);
    private final TradePrinter printer = new TradePrinter(venue.loop.timeline(), new Audience());
    private final Desk desk = new Desk(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void aTradeIsKeptUntilItIsToldAndNoLongerHoweverItSettles() {
        venue.loop.ask(() -> {
            records.listen(printer);
            return true;
        });
        for (int i = 0; i < 20; i++) {
            desk.sell(desk.ben, VenueFixture.YES, "0.5", "10");
            desk.buy(desk.anna, VenueFixture.YES, "0.5", "10");
        }
        assertThat(venue.loop.ask(printer::waiting)).isEqualTo(20);

        venue.loop.advance(Duration.ofMillis(30));
        assertThat(venue.loop.ask(printer::waiting)).isZero();

        venue.loop.advance(Duration.ofMinutes(2));
        assertThat(venue.loop.ask(printer::waiting)).isZero();
    }
}
