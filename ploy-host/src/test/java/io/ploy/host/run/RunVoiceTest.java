package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.PloyException;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.core.Ploy;
import io.ploy.core.StopReport;
import io.ploy.core.engine.Operator;
import io.ploy.host.CapturedConsole;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a run says, to a person and to a program. */
class RunVoiceTest {
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00.250Z");
    private static final InstrumentId UP = new InstrumentId("venue", "up");
    private static final RunStart START =
            new RunStart("main", "venue", List.of("one", "two (other)"), "files in j", 1_234, 2, 7, "few");

    private final CapturedConsole captured = new CapturedConsole();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Status status(String state, int unknown, String compared, String... stopped) {
        return new Status(state, 2, 3, unknown, 1, Cash.ofUsd(10), Cash.ofUsd(2), compared, List.of(stopped));
    }

    private static Alert alert(AlertSeverity severity) {
        return new Alert(severity, "order.unknown", "main-1", "look\u001B[2J", NOW);
    }

    private static Portfolio portfolio(Balance balance, Position... positions) {
        return new Portfolio(NOW, balance, List.of(positions), mock(ProfitAndLoss.class));
    }

    private static StopReport settled() {
        return new StopReport(
                List.of(),
                0,
                Set.of(),
                true,
                portfolio(new Balance(Cash.ofUsd(12), Cash.ZERO, Cash.ZERO, Cash.ZERO), Position.flat(UP)));
    }

    private static StopReport everythingLeft() {
        Order order = mock(Order.class);
        when(order.id()).thenReturn(new io.ploy.api.order.ClientOrderId(new io.ploy.api.order.AccountId("main"), 1, 2));
        when(order.lifecycle()).thenReturn(OrderLifecycle.UNKNOWN);
        when(order.request()).thenReturn(OrderRequest.buy(UP, Quantity.ofShares(5), Price.parse("0.40")));
        when(order.remaining()).thenReturn(Quantity.ofShares(5));
        when(order.venueOrderId()).thenReturn(Optional.of(new VenueOrderId("0xaa")));
        Position provisional = new Position(
                UP, Quantity.ofShares(9), Quantity.ofShares(4), Quantity.ZERO, Cash.ZERO, Cash.ZERO, Cash.ZERO);
        return new StopReport(
                List.of(order),
                1,
                Set.of(new VenueOrderId("0xaa"), new VenueOrderId("0xbb")),
                false,
                portfolio(new Balance(Cash.ofUsd(12), Cash.ofUsd(2), Cash.ofUsd(1), Cash.ZERO), provisional));
    }

    @Test
    void aPersonReadsALineForEverythingThatChanges() {
        RunVoice voice = RunVoice.on(captured.console(), clock, false);

        voice.waiting("held by another");
        voice.started(START);
        voice.status(status("waiting: starting (comparing)", 0, ""));
        voice.status(status("trading", 1, "corrected: order 1", "quoter"));
        voice.status(status("trading", 0, "corrected: order 1"));
        voice.decided("it is so");
        voice.stopping("asked to");
        voice.problem("a strategy hangs");
        voice.stopped(settled());

        assertThat(captured.out().lines())
                .containsExactly(
                        "2026-01-05T12:00:00Z standby: held by another",
                        "2026-01-05T12:00:00Z live: account main at venue, strategies one, two (other)",
                        "2026-01-05T12:00:00Z journal: files in j, goes on after 1,234 records with 2 open orders, lease 7",
                        "2026-01-05T12:00:00Z limits: few",
                        "2026-01-05T12:00:00Z Ctrl-C or SIGTERM ends it in order; twice in a hurry; three times at once.",
                        "2026-01-05T12:00:00Z waiting: starting (comparing); 2 markets, 3 open orders, 1 positions, cash 10.00, at risk 2.00",
                        "2026-01-05T12:00:00Z compared with the venue: corrected: order 1",
                        "2026-01-05T12:00:00Z trading; 2 markets, 3 open orders, 1 in doubt, 1 positions, cash 10.00, at risk 2.00, stopped: quoter",
                        "2026-01-05T12:00:00Z trading; 2 markets, 3 open orders, 1 positions, cash 10.00, at risk 2.00",
                        "2026-01-05T12:00:00Z decided: it is so",
                        "2026-01-05T12:00:00Z stopping: asked to",
                        "2026-01-05T12:00:00Z failed: a strategy hangs",
                        "2026-01-05T12:00:00Z stopped: nothing is left, everything is settled; cash 12.00");
    }

    @Test
    void aPersonReadsAlertsWithoutEscapeSequencesOfOthers() {
        RunVoice voice = RunVoice.on(captured.console(), clock, false);

        voice.alert(alert(AlertSeverity.INFO));
        voice.alert(alert(AlertSeverity.WARNING));
        voice.alert(alert(AlertSeverity.CRITICAL));

        assertThat(captured.out().lines())
                .containsExactly(
                        "2026-01-05T12:00:00Z info order.unknown main-1: look·[2J",
                        "2026-01-05T12:00:00Z ALERT warning order.unknown main-1: look·[2J",
                        "2026-01-05T12:00:00Z ALERT critical order.unknown main-1: look·[2J");
    }

    @Test
    void whatIsLeftIsNamedOneByOne() throws Exception {
        RunVoice.on(captured.console(), clock, false).stopped(everythingLeft());

        assertThat(captured.out())
                .contains(
                        "stopped, and this is left:",
                        "  order main-1-2: unknown, buy 5 of venue:up, at the venue 0xaa",
                        "  venue-order 0xbb: open at the venue, and not in our books",
                        "  operation: 1 splits, merges or redemptions without an end",
                        "  provisional cash: 2 USD going out and 1 coming in by fills that are not final",
                        "  provisional venue:up: 9 shares, of which 4 are final",
                        "  unread: the venue's own list of open orders could not be read whole");

        CapturedConsole program = new CapturedConsole();
        RunVoice.on(program.console(), clock, true).stopped(everythingLeft());
        JsonNode event = new ObjectMapper().readTree(program.out());
        assertThat(event.get("settled").asBoolean()).isFalse();
        assertThat(event.get("left").findValuesAsText("kind"))
                .containsExactly("order", "venue-order", "operation", "provisional", "provisional", "unread");
        assertThat(event.at("/left/0/id").asText()).isEqualTo("main-1-2");
    }

    @Test
    void aProgramReadsAnObjectOnALineForEverythingThatChanges() throws Exception {
        RunVoice voice = RunVoice.on(captured.console(), clock, true);

        voice.waiting("held by another");
        voice.started(START);
        voice.status(status("trading", 1, "clean", "quoter"));
        voice.status(status("trading", 1, "clean", "quoter"));
        voice.alert(alert(AlertSeverity.CRITICAL));
        voice.decided("it is so");
        voice.stopping("asked to");
        voice.problem("a strategy hangs");
        voice.stopped(settled());

        List<String> lines = captured.out().lines().toList();
        assertThat(lines)
                .containsExactly(
                        "{\"at\":\"2026-01-05T12:00:00.250Z\",\"event\":\"standby\",\"why\":\"held by another\"}",
                        "{\"at\":\"2026-01-05T12:00:00.250Z\",\"event\":\"started\",\"account\":\"main\",\"venue\":\"venue\","
                                + "\"journal\":\"files in j\",\"records\":1234,\"recoveredOrders\":2,\"token\":7,\"limits\":\"few\","
                                + "\"strategies\":[\"one\",\"two (other)\"]}",
                        "{\"at\":\"2026-01-05T12:00:00.250Z\",\"event\":\"status\",\"state\":\"trading\",\"compared\":\"clean\",\"markets\":2,"
                                + "\"openOrders\":3,\"unknownOrders\":1,\"positions\":1,\"cash\":\"10\",\"exposure\":\"2\","
                                + "\"stoppedStrategies\":[\"quoter\"]}",
                        "{\"at\":\"2026-01-05T12:00:00.250Z\",\"event\":\"alert\",\"severity\":\"critical\","
                                + "\"code\":\"order.unknown\",\"subject\":\"main-1\",\"message\":\"look\\u001B[2J\"}",
                        "{\"at\":\"2026-01-05T12:00:00.250Z\",\"event\":\"decided\",\"what\":\"it is so\"}",
                        "{\"at\":\"2026-01-05T12:00:00.250Z\",\"event\":\"stopping\",\"why\":\"asked to\"}",
                        "{\"at\":\"2026-01-05T12:00:00.250Z\",\"event\":\"failed\",\"why\":\"a strategy hangs\"}",
                        "{\"at\":\"2026-01-05T12:00:00.250Z\",\"event\":\"stopped\",\"settled\":true,\"cash\":\"12\",\"left\":[]}");
    }

    @Test
    void alertsOfTheEngineAndOfAConnectorAreSaidOnAThreadOfTheirOwn() {
        RunVoice voice = mock(RunVoice.class);
        Alert info = alert(AlertSeverity.INFO);
        Alert warning = alert(AlertSeverity.WARNING);
        AlertDesk desk = new AlertDesk(voice);

        desk.notify(warning);
        desk.heard(info);

        verify(voice, timeout(10_000)).alert(warning);
        verify(voice, timeout(10_000)).alert(info);
        desk.close();
        desk.heard(warning);
        verify(voice).alert(warning);
    }

    @Test
    void decisionsAreCarriedOutForWhomeverMadeThem() {
        Ploy ploy = mock(Ploy.class);
        Operator operator = mock(Operator.class);
        Order order = everythingLeft().openOrders().get(0);
        when(ploy.operator()).thenReturn(operator);
        when(ploy.openOrders()).thenReturn(List.of(order));
        when(operator.decide(order.id(), false, "anna", "seen")).thenReturn(true);
        when(operator.reopen(UP, "anna", "seen")).thenReturn(true);

        assertThat(new Decisions(List.of(), false, Map.of("main-1-2", false), List.of(UP), "anna", "seen").apply(ploy))
                .containsExactly("order main-1-2 is closed at the venue", "venue:up is traded again");
        when(operator.decide(order.id(), true, "anna", "seen")).thenReturn(true);
        assertThat(new Decisions(List.of(), false, Map.of("main-1-2", true), List.of(), "anna", "seen").apply(ploy))
                .containsExactly("order main-1-2 was never placed");
    }

    @Test
    void anEngineThatDoesNotAnswerIsAStateAsWell() {
        Ploy ploy = mock(Ploy.class);
        when(ploy.openOrders()).thenThrow(new PloyException("the engine did not answer within 10 s"));

        assertThat(Status.of(ploy).state()).isEqualTo("not answering: the engine did not answer within 10 s");
    }
}
