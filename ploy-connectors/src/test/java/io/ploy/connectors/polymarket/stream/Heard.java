package io.ploy.connectors.polymarket.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.MarketDataListener;
import io.ploy.api.market.MarketEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** What a listener was told, in short words. */
final class Heard implements MarketDataListener {
    private static final Words WORDS = new Words();

    final List<MarketEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void onMarketEvent(MarketEvent event) {
        events.add(event);
    }

    List<String> words() {
        return events.stream().map(each -> each.match(WORDS)).toList();
    }

    /** Without the markets. */
    List<String> data() {
        return words().stream().filter(each -> !each.startsWith("market")).toList();
    }

    void await(String... expected) {
        Awaitility.await().untilAsserted(() -> assertThat(data()).containsExactly(expected));
    }

    void awaitWords(String word, int times) {
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(words().stream().filter(word::equals)).hasSize(times));
    }

    private static final class Words implements MarketEvent.Cases<String> {
        @Override
        public String marketChanged(MarketEvent.MarketChanged event) {
            return "market " + event.market().id().symbol() + " "
                    + event.market().rules().tickSize();
        }

        @Override
        public String bookSnapshot(MarketEvent.BookSnapshot event) {
            return "book " + event.instrument().symbol();
        }

        @Override
        public String bookChanged(MarketEvent.BookChanged event) {
            return "change " + event.instrument().symbol();
        }

        @Override
        public String bookDistrusted(MarketEvent.BookDistrusted event) {
            return event.trust() + " " + event.instrument().symbol();
        }

        @Override
        public String tickSizeChanged(MarketEvent.TickSizeChanged event) {
            return "tick " + event.instrument().symbol() + " " + event.tickSize();
        }

        @Override
        public String traded(MarketEvent.Traded event) {
            return "trade " + event.trade().instrument().symbol();
        }

        @Override
        public String referencePriced(MarketEvent.ReferencePriced event) {
            return event.price().source() + " " + event.price().symbol() + " "
                    + event.price().value();
        }

        @Override
        public String marketResolved(MarketEvent.MarketResolved event) {
            return "resolved " + event.resolution().market().symbol();
        }
    }
}
