package io.ploy.testkit.polymarket.stream.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.FrameOutcome;
import io.ploy.connectors.polymarket.LiveChannel;
import io.ploy.connectors.polymarket.LiveCounts;
import io.ploy.connectors.polymarket.NewMarket;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.testkit.polymarket.Desk;
import io.ploy.testkit.polymarket.FakeSocket;
import io.ploy.testkit.polymarket.FixtureRecords;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.SocketService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that follows the channel with the production connector, and one that keeps a book from changes only. */
class KeptBookTest {
    private final VenueFixture venue = new VenueFixture();
    private final Desk desk = new Desk(venue);
    private final FakeSocket socket = new FakeSocket(1);
    private final List<NewMarket> newMarkets = new ArrayList<>();
    private final LiveChannel client = new LiveChannel(true, 0, newMarkets::add);
    private final Map<InstrumentId, Map<BookSide, TreeMap<Price, Quantity>>> kept = new TreeMap<>();
    private final List<MarketEvent.BookDistrusted> doubts = new ArrayList<>();

    @BeforeEach
    void connect() throws Exception {
        for (ListedMarket market : List.of(venue.market, venue.negRisk, venue.position)) {
            MarketVersion version = MarketVersion.of(market.version().word());
            client.define(new VenueMarket(market.market(), market.negRisk(), version));
        }
        venue.loop.ask(() -> {
            MarketChannel channel =
                    new MarketChannel(venue.state, new VenueBooks(venue.state), new FixtureRecords(venue.state));
            SocketService.Session session = channel.open(socket);
            session.onText("{\"type\":\"market\",\"custom_feature_enabled\":true,\"assets_ids\":"
                    + "[\"1001\",\"1002\",\"2001\",\"2002\",\"3001\",\"3002\"]}");
            return true;
        });
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private void hear() {
        for (String frame : venue.loop.ask(socket::take)) {
            assertThat(client.accept(frame, VenueFixture.START, this::follow))
                    .as(frame)
                    .isEqualTo(FrameOutcome.USED);
        }
    }

    /** Whole books are looked at only the first time. */
    private void follow(MarketEvent event) {
        if (event instanceof MarketEvent.BookSnapshot book && !kept.containsKey(book.instrument())) {
            kept.put(book.instrument(), Map.of(BookSide.BIDS, new TreeMap<>(), BookSide.ASKS, new TreeMap<>()));
            book.bids().forEach(level -> set(book.instrument(), BookSide.BIDS, level.price(), level.size()));
            book.asks().forEach(level -> set(book.instrument(), BookSide.ASKS, level.price(), level.size()));
        } else if (event instanceof MarketEvent.BookChanged change) {
            change.changes().forEach(level -> set(change.instrument(), level.side(), level.price(), level.size()));
        } else if (event instanceof MarketEvent.BookDistrusted doubt) {
            doubts.add(doubt);
        }
    }

    private void set(InstrumentId instrument, BookSide side, Price price, Quantity size) {
        TreeMap<Price, Quantity> levels = kept.get(instrument).get(side);
        if (size.isZero()) {
            levels.remove(price);
        } else {
            levels.put(price, size);
        }
    }

    private void assertKeptIsTrue(ListedMarket market) {
        for (boolean first : List.of(true, false)) {
            InstrumentId instrument = Desk.instrument(market.tokenId(first));
            for (BookSide side : BookSide.values()) {
                Map<Price, Quantity> truth = new TreeMap<>();
                for (BookLevel level :
                        venue.loop.ask(() -> venue.state.exchange().levels(instrument, side, Integer.MAX_VALUE))) {
                    truth.put(level.price(), level.size());
                }
                assertThat(kept.get(instrument).get(side)).isEqualTo(truth);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void bookKeptFromChangesEqualsTheTruthAndEveryHashIsRight(long seed) {
        desk.trade(venue.market, seed, 300);
        desk.trade(venue.negRisk, seed, 300);
        desk.trade(venue.position, seed, 300);
        hear();

        assertKeptIsTrue(venue.market);
        assertKeptIsTrue(venue.negRisk);
        assertKeptIsTrue(venue.position);
        assertEverythingWasRight();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void bookStaysRightWhenTheTickChanges(long seed) {
        desk.trade(venue.market, seed, 200);
        for (TickSize tick : List.of(TickSize.TENTH_CENT, TickSize.CENT, TickSize.TENTH)) {
            venue.loop.ask(() -> {
                venue.state.exchange().changeTick(venue.market.market().id(), tick);
                return true;
            });
            desk.trade(venue.state.catalogue().token(VenueFixture.YES).orElseThrow(), seed, 200);
        }
        hear();

        assertKeptIsTrue(venue.market);
        assertEverythingWasRight();
    }

    private void assertEverythingWasRight() {
        LiveCounts counts = client.counts();
        assertThat(doubts).isEmpty();
        assertThat(counts.unreadable()).isZero();
        assertThat(counts.dropped().values()).allMatch(dropped -> dropped == 0);
        assertThat(counts.unknownMembers()).isZero();
        assertThat(counts.checks().bookHashesChecked()).isGreaterThan(50);
        assertThat(counts.checks().bookHashesMatched())
                .isEqualTo(counts.checks().bookHashesChecked());
        assertThat(counts.checks().deltaHashesChecked()).isGreaterThan(100);
        assertThat(counts.checks().deltaHashesMatched())
                .isEqualTo(counts.checks().deltaHashesChecked());
        assertThat(counts.checks().topsChecked()).isGreaterThan(100);
        assertThat(counts.checks().topsMatched()).isEqualTo(counts.checks().topsChecked());
        assertThat(counts.quotes()).isGreaterThan(20);
        assertThat(counts.quotesMatched()).isEqualTo(counts.quotes());
    }
}
