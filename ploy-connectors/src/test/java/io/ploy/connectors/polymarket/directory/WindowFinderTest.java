package io.ploy.connectors.polymarket.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.market.MarketId;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.directory.WindowAnswer.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowFinderTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final UpDownSeries FIVE = new UpDownSeries("btc", WindowLength.FIVE_MINUTES);

    private final Map<String, VenueMarket> listed = new TreeMap<>();
    private Instant now = NOON;
    private boolean closedAsked;
    private final WindowFinder finder = new WindowFinder(this::lookup, () -> now);

    private List<VenueMarket> lookup(List<String> slugs, boolean closedToo) {
        closedAsked |= closedToo;
        List<VenueMarket> found = new ArrayList<>();
        for (String slug : slugs) {
            VenueMarket market = listed.get(slug);
            if (market != null
                    && (closedToo
                            || market.market().window().orElseThrow().end().isAfter(now))) {
                found.add(market);
            }
        }
        return found;
    }

    private void list(UpDownSeries series, WindowSlot slot) {
        String slug = series.slugs(slot).get(0);
        CatalogueEntry entry = CatalogueEntry.market(1)
                .with("slug", "\"" + slug + "\"")
                .with("eventStartTime", "\"" + slot.start() + "\"")
                .with("endDate", "\"" + slot.end() + "\"")
                .with("resolutionSource", "\"https://www.binance.com/en/trade/BTC_USDT\"");
        MarketState state = MarketAssembly.state(
                new MarketId("polymarket", CatalogueEntry.condition(1)), new Listed(entry.read(), NOON), null, null);
        listed.put(slug, state.market().orElseThrow());
    }

    @Test
    void currentWindowIsTheOneThatIsOpenNow() {
        list(FIVE, FIVE.slotAt(NOON));
        now = NOON.plusSeconds(299);

        WindowAnswer answer = finder.current(FIVE);

        assertThat(answer.presence()).isEqualTo(Presence.LISTED);
        assertThat(answer.slot()).isEqualTo(new WindowSlot(NOON, NOON.plusSeconds(300)));
        assertThat(answer.market().orElseThrow().market().slug()).isEqualTo("btc-updown-5m-1795608000");
        assertThat(closedAsked).as("an open window needs one question").isFalse();
    }

    @Test
    void atTheBoundaryTheNextWindowIsTheCurrentOne() {
        list(FIVE, FIVE.slotAt(NOON));
        now = NOON.plusSeconds(300);

        WindowAnswer answer = finder.current(FIVE);

        assertThat(answer.slot().start()).isEqualTo(now);
        assertThat(answer.presence())
                .as("the one before does not stand in for it")
                .isEqualTo(Presence.MISSING);
    }

    @Test
    void nextWindowIsTheFirstAfterAGap() {
        WindowSlot third = FIVE.after(FIVE.after(FIVE.after(FIVE.slotAt(NOON))));
        list(FIVE, FIVE.slotAt(NOON));
        list(FIVE, third);

        WindowAnswer answer = finder.next(FIVE);

        assertThat(answer.presence()).isEqualTo(Presence.LISTED);
        assertThat(answer.slot()).isEqualTo(third);
    }

    @Test
    void nextWindowMayNotBeListedYet() {
        WindowAnswer answer = finder.next(FIVE);

        assertThat(answer.presence()).isEqualTo(Presence.NOT_YET);
        assertThat(answer.slot().start()).isEqualTo(NOON.plusSeconds(300));
        assertThat(answer.market()).isEmpty();
    }

    @Test
    void windowThatIsOverIsStillFound() {
        Instant past = NOON.minus(Duration.ofHours(7));
        list(FIVE, FIVE.slotAt(past));

        assertThat(finder.at(FIVE, past).presence()).isEqualTo(Presence.LISTED);
        assertThat(finder.at(FIVE, past.minusSeconds(1)).presence()).isEqualTo(Presence.MISSING);
    }

    @Test
    void lastYearsMarketOfTheSameNameIsNotTaken() {
        UpDownSeries hourly = new UpDownSeries("btc", WindowLength.HOUR);
        list(hourly, hourly.slotAt(NOON.minus(Duration.ofDays(365))));
        VenueMarket old = listed.remove("bitcoin-up-or-down-november-25-2025-7am-et");
        listed.put("bitcoin-up-or-down-november-25-7am-et", Objects.requireNonNull(old));
        now = NOON.plusSeconds(60);

        assertThat(finder.current(hourly).presence()).isEqualTo(Presence.MISSING);
    }

    @ParameterizedTest
    @EnumSource(WindowLength.class)
    void everyMomentIsInExactlyOneWindowAndWindowsFollowWithoutAGap(WindowLength length) {
        UpDownSeries series = new UpDownSeries("eth", length);
        SplittableRandom random = new SplittableRandom(length.ordinal());
        for (int i = 0; i < 2_000; i++) {
            Instant moment = Instant.ofEpochSecond(random.nextLong(1_700_000_000L, 1_900_000_000L), random.nextInt(2));

            WindowSlot slot = series.slotAt(moment);

            assertThat(slot.contains(moment)).as("%s at %s", series, moment).isTrue();
            assertThat(series.slotAt(slot.start())).isEqualTo(slot);
            assertThat(series.slotAt(slot.end().minusNanos(1))).isEqualTo(slot);
            assertThat(series.after(slot).start()).isEqualTo(slot.end());
        }
    }

    @ParameterizedTest
    @EnumSource(WindowLength.class)
    void foundAreExactlyTheListedWindowsWhereverTheGapsAre(WindowLength length) {
        UpDownSeries series = new UpDownSeries("btc", length);
        SplittableRandom random = new SplittableRandom(100 + length.ordinal());
        List<WindowSlot> slots = new ArrayList<>();
        WindowSlot slot = series.slotAt(NOON.minus(Duration.ofDays(3)));
        for (int i = 0; i < 60; i++) {
            slots.add(slot);
            if (random.nextInt(3) > 0) {
                list(series, slot);
            }
            slot = series.after(slot);
        }
        now = slots.get(30).start().plusSeconds(1);

        List<WindowAnswer> answers =
                finder.between(series, slots.get(0).start(), slots.get(59).end());

        assertThat(answers).extracting(WindowAnswer::slot).containsExactlyElementsOf(slots);
        assertThat(answers).allSatisfy(answer -> {
            boolean isListed = listed.containsKey(series.slugs(answer.slot()).get(0));
            Presence absent = answer.slot().start().isAfter(now) ? Presence.NOT_YET : Presence.MISSING;
            assertThat(answer.presence()).isEqualTo(isListed ? Presence.LISTED : absent);
        });
        assertThat(finder.next(series).slot())
                .isEqualTo(answers.stream()
                        .skip(31)
                        .filter(answer -> answer.presence() == Presence.LISTED)
                        .findFirst()
                        .orElseThrow()
                        .slot());
    }

    @ParameterizedTest
    @CsvSource({
        "FIVE_MINUTES,2026-11-25T12:03:00Z,btc-updown-5m-1795608000",
        "FIFTEEN_MINUTES,2026-11-25T12:03:00Z,btc-updown-15m-1795608000",
        "FOUR_HOURS,2026-02-28T08:47:00Z,btc-updown-4h-1772254800",
        "FOUR_HOURS,2026-03-11T21:00:00Z,btc-updown-4h-1773259200",
        "HOUR,2026-02-28T08:47:00Z,bitcoin-up-or-down-february-28-2026-3am-et",
        "HOUR,2026-10-06T04:30:00Z,bitcoin-up-or-down-october-6-2026-12am-et",
        "HOUR,2026-10-06T16:30:00Z,bitcoin-up-or-down-october-6-2026-12pm-et",
        "DAY,2026-02-28T08:47:00Z,bitcoin-up-or-down-on-february-28-2026",
        "DAY,2026-05-28T17:00:00Z,bitcoin-up-or-down-on-may-29-2026",
    })
    void namesAreTheVenues(WindowLength length, Instant moment, String slug) {
        UpDownSeries series = new UpDownSeries("btc", length);

        assertThat(series.slugs(series.slotAt(moment)).get(0)).isEqualTo(slug);
    }

    @Test
    void olderNamesAreTriedToo() {
        UpDownSeries hourly = new UpDownSeries("sol", WindowLength.HOUR);

        assertThat(hourly.slugs(hourly.slotAt(Instant.parse("2026-02-28T08:47:00Z"))))
                .containsExactly(
                        "solana-up-or-down-february-28-2026-3am-et",
                        "sol-up-or-down-february-28-2026-3am-et",
                        "solana-up-or-down-february-28-3am-et",
                        "sol-up-or-down-february-28-3am-et");
    }

    @Test
    void hourThatComesTwiceHasTwoWindows() {
        UpDownSeries hourly = new UpDownSeries("btc", WindowLength.HOUR);
        WindowSlot first = hourly.slotAt(Instant.parse("2026-11-01T05:30:00Z"));
        WindowSlot second = hourly.slotAt(Instant.parse("2026-11-01T06:30:00Z"));
        list(hourly, second);

        assertThat(hourly.slugs(first)).isEqualTo(hourly.slugs(second));
        assertThat(finder.at(hourly, first.start()).presence()).isEqualTo(Presence.MISSING);
        assertThat(finder.at(hourly, second.start()).presence()).isEqualTo(Presence.LISTED);
    }

    @Test
    void tooLongATimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finder.between(FIVE, NOON, NOON.plus(Duration.ofDays(2))));
        assertThatIllegalArgumentException().isThrownBy(() -> finder.between(FIVE, NOON.plusSeconds(301), NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BTC", "btc/usd", "../x"})
    void seriesNeedsACoinsName(String asset) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UpDownSeries(asset, WindowLength.DAY));
    }
}
