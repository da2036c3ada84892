package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.PloyException;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link VenueConnector} must do, tried against a running venue that a subclass supplies with each test: a
 * simulated one, since orders are really placed. The venue may be slow, but it must be sound: what it says it must do.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class VenueConnectorTck {
    private static final Quantity SIZE = Quantity.ofShares(20);
    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final String UNLISTED = "0x" + "0e".repeat(32);
    private static final VenueOrderId UNKNOWN = new VenueOrderId("0x" + "5e".repeat(32));

    private final List<Alert> alerts = new CopyOnWriteArrayList<>();

    /** For classes that extend it. */
    protected VenueConnectorTck() {}

    /**
     * The connector under test.
     *
     * @return a new one or the same
     */
    protected abstract VenueConnector connector();

    /**
     * What a connection with the running venue needs: parameters that carry {@link #market()}, and at least one account, of
     * which the first trades here. It has between 100 and 100,000 USD, no shares and no orders.
     *
     * @param told of what a person should know
     * @return the same settings each time
     */
    protected abstract VenueContext context(Consumer<Alert> told);

    /**
     * An open market of the venue with something to buy and to sell, whose books have nothing at the lowest price.
     *
     * @return as the venue has it
     */
    protected abstract Market market();

    /**
     * How many orders the venue ever took from the account for an intent: the truth, past the connector.
     *
     * @param intent what was wanted
     * @return zero for none
     */
    protected abstract long ordersTaken(OrderRequest intent);

    /**
     * What the account holds at this moment: the truth, past the connector.
     *
     * @return settled collateral and shares
     */
    protected abstract AccountSnapshot holdings();

    // ---------------------------------------------------------------- what it says of itself

    /** Its name is the first part of ids, and can be typed. */
    @Test
    public void itsNameIsLowerCaseWithHyphensAndItExplainsItself() {
        assertThat(connector().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(connector().description()).isNotBlank().doesNotContain("\n");
    }

    /** People find out what can be set without its source. */
    @Test
    public void everyParameterExplainsItselfAndHasANameOfItsOwn() {
        for (List<Parameter<?>> parameters :
                List.of(connector().parameters(), connector().accountParameters())) {
            assertThat(parameters)
                    .allSatisfy(parameter -> assertThat(parameter.help())
                            .as("help of %s", parameter.name())
                            .isNotBlank());
            assertThat(parameters).extracting(Parameter::name).doesNotHaveDuplicates();
        }
    }

    /** A slip of the pen is found before anything is sent. */
    @Test
    public void parametersItDoesNotKnowAreRefused() {
        VenueContext context = context(alerts::add);
        Map<String, String> parameters = new HashMap<>(context.parameters());
        parameters.put("noSuchParameter", "1");
        AccountSettings account = context.accounts().get(0);
        Map<String, String> wallet = new HashMap<>(account.parameters());
        wallet.put("noSuchParameter", "1");

        assertThatThrownBy(() ->
                        connect(new VenueContext(context.clock(), parameters, context.accounts(), context.alerts())))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("noSuchParameter");
        assertThatThrownBy(() -> connect(
                        with(context, new AccountSettings(account.id(), account.signer(), wallet, account.secrets()))))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("noSuchParameter")
                .hasMessageContaining(account.id().name());
    }

    /** An account is one account. */
    @Test
    public void anAccountThatIsGivenTwiceIsRefused() {
        VenueContext context = context(alerts::add);
        AccountSettings account = context.accounts().get(0);

        assertThatThrownBy(() -> connect(with(context, account, account)))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(account.id().name());
    }

    // ---------------------------------------------------------------- a connection

    /** Parts of a connection are there once. */
    @Test
    public void everyPartIsTheSameEachTime() {
        VenueContext context = context(alerts::add);
        try (VenueConnection connection = connect(context)) {
            AccountId id = context.accounts().get(0).id();

            assertThat(connection.directory()).isSameAs(connection.directory());
            assertThat(connection.feed()).isSameAs(connection.feed());
            assertThat(connection.account(id)).isSameAs(connection.account(id));
            assertThat(connection.account(id).gateway())
                    .isSameAs(connection.account(id).gateway());
            assertThat(connection.account(id).reader())
                    .isSameAs(connection.account(id).reader());
            assertThat(connection.accounts())
                    .extracting(VenueAccount::id)
                    .containsExactlyElementsOf(
                            context.accounts().stream().map(AccountSettings::id).toList());
            assertThatThrownBy(() -> connection.account(new AccountId("nobody.knows")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nobody.knows");
        }
    }

    /** Opening one for a look costs nothing. */
    @Test
    public void aConnectionThatIsNotUsedHasNoThreads() {
        VenueContext context = context(alerts::add);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (VenueConnection connection = connect(context)) {
            assertThat(connection.feed()).isNotNull();
            assertThat(newThreads(before)).isEmpty();
        }
    }

    /** What is open is seen by its threads' names, and nothing stays when it is closed. */
    @Test
    public void itsThreadsHaveNamesAndEndWithIt() {
        VenueContext context = context(alerts::add);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (ConnectorTrial trial = trial(context)) {
            trial.connection.feed().start(trial.events::add);
            trial.connection.feed().subscribe(List.of(instrument(trial)));
            awaitSnapshot(trial);
            trial.rest(bid(trial));

            assertThat(newThreads(before))
                    .extracting(Thread::getName)
                    .isNotEmpty()
                    .noneMatch(name -> name.matches("Thread-\\d+|pool-\\d+-thread-\\d+"));

            trial.connection.close();
            trial.connection.close();
        }
        // Daemons may linger a little, as those of HTTP libraries do; they keep no process alive.
        Patience.until(
                "threads to end",
                () -> newThreads(before),
                () -> newThreads(before).stream().allMatch(Thread::isDaemon));
    }

    /** Nobody trades by accident with an account that cannot. */
    @Test
    public void theAccountCanTradeAndTheChecksSayWhatTheyLookedAt() {
        VenueContext context = context(alerts::add);
        try (ConnectorTrial trial = trial(context)) {
            assertThat(trial.account.check())
                    .isNotEmpty()
                    .noneMatch(check -> check.verdict() == AccountCheck.Verdict.BAD)
                    .allSatisfy(check -> {
                        assertThat(check.subject()).isNotBlank();
                        assertThat(check.detail()).isNotBlank();
                    });
        }
    }

    // ---------------------------------------------------------------- markets

    /** What is listed can be found, with its rules. */
    @Test
    public void theDirectoryListsTheMarketAndKnowsItsRules() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            Market found = trial.market();

            assertThat(trial.connection.directory().openMarkets())
                    .extracting(Market::id)
                    .contains(market().id());
            assertThat(found.id().venue()).isEqualTo(connector().name());
            assertThat(found.first().instrument()).isEqualTo(market().first().instrument());
            assertThat(found.second().instrument()).isEqualTo(market().second().instrument());
            assertThat(found.rules().tickSize()).isEqualTo(market().rules().tickSize());
            assertThat(found.rules().minimumSize()).isEqualTo(market().rules().minimumSize());
            assertThat(found.status().acceptsOrders()).isTrue();
            assertThat(trial.connection
                            .directory()
                            .market(new MarketId(connector().name(), UNLISTED)))
                    .isEmpty();
        }
    }

    /** A book begins whole and then changes. */
    @Test
    public void theFeedTellsOfTheMarketThenTheWholeBookThenItsChanges() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            InstrumentId instrument = instrument(trial);
            trial.connection.feed().subscribe(List.of(instrument));
            trial.connection.feed().start(trial.events::add);
            awaitSnapshot(trial);
            Patience.until(
                    "the market",
                    () -> trial.events,
                    () -> trial.events.stream()
                            .anyMatch(event -> event instanceof MarketEvent.MarketChanged changed
                                    && changed.market()
                                            .id()
                                            .equals(trial.market().id())));
            trial.rest(bid(trial));
            Price lowest = trial.market().rules().tickSize().lowest();
            Patience.until("a bid at " + lowest, () -> trial.events, () -> trial.sawLevel(instrument, lowest));

            assertThat(trial.events.stream()
                            .filter(event -> isOfBook(event, instrument))
                            .findFirst())
                    .get()
                    .isInstanceOf(MarketEvent.BookSnapshot.class);
            assertThat(trial.events)
                    .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
            assertThatThrownBy(() -> trial.connection.feed().start(trial.events::add))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    // ---------------------------------------------------------------- orders

    /** The bytes are made once, and are the order. */
    @Test
    public void oneDraftMakesOneOrderAndNothingLeaves() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            OrderDraft draft = trial.draft(bid(trial));
            PreparedOrder first = trial.gateway().prepare(draft, trial.now().plusSeconds(5));
            PreparedOrder again = trial.gateway().prepare(draft, trial.now().plusSeconds(5));
            PreparedOrder other = trial.prepare(bid(trial));

            assertThat(again.venueOrderId()).isEqualTo(first.venueOrderId());
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(first.id()).isEqualTo(draft.id());
            assertThat(other.venueOrderId()).isNotEqualTo(first.venueOrderId());
            assertThat(ordersTaken(bid(trial))).isZero();
        }
    }

    /** An order that rests is evidence, can be found, and can be taken back. */
    @Test
    public void anOrderRestsIsFoundAndIsCancelled() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            PreparedOrder order = trial.rest(bid(trial));

            trial.gateway().lookUp(order.venueOrderId());
            trial.awaitKind(order, Kind.OPEN);
            assertThat(ordersTaken(bid(trial))).isEqualTo(1);

            trial.gateway().cancel(order.venueOrderId());
            assertThat(trial.awaitCancelAnswer(order.venueOrderId()).outcome())
                    .isEqualTo(CancelAnswer.Outcome.ACCEPTED);
            trial.awaitKind(order, Kind.CANCELLED);
            assertThat(trial.kinds(order.venueOrderId()))
                    .doesNotContain(Kind.REFUSED, Kind.NOT_SENT, Kind.MATCHED, Kind.DOUBT);
        }
    }

    /** What matched is told leg by leg until it is final, and is then held. */
    @Test
    public void anOrderFillsSettlesAndIsThenHeld() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            Price highest = trial.market().rules().tickSize().highest();
            PreparedOrder order = trial.prepare(
                    OrderRequest.buy(instrument(trial), SIZE, highest).fillOrKill());
            trial.gateway().send(order);
            trial.awaitKind(order, Kind.MATCHED);
            Patience.until("every leg to be confirmed", trial::told, () -> isConfirmed(trial, order));

            assertThat(trial.legs(order).values()).allSatisfy(leg -> {
                assertThat(leg.instrument()).isEqualTo(instrument(trial));
                assertThat(leg.side()).isEqualTo(Side.BUY);
                assertThat(leg.price()).isLessThanOrEqualTo(highest);
            });
            Quantity bought = bought(trial, order);
            assertThat(bought).isGreaterThanOrEqualTo(SIZE);
            assertThat(holdings().holdings()).isEqualTo(Map.of(instrument(trial), bought));
            awaitReadAsHeld(trial);
        }
    }

    /** An order is an order, however often its bytes go out. */
    @Test
    public void anOrderThatIsSentTwiceIsOneOrderAndIsNotBelievedGone() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            PreparedOrder order = trial.rest(bid(trial));
            int before = trial.evidence(order.venueOrderId()).size();

            trial.gateway().send(order);
            Patience.until(
                    "an answer to the second send",
                    trial::told,
                    () -> trial.evidence(order.venueOrderId()).size() > before);
            trial.gateway().lookUp(order.venueOrderId());
            trial.awaitKind(order, Kind.OPEN);

            assertThat(ordersTaken(bid(trial))).isEqualTo(1);
            assertThat(trial.kinds(order.venueOrderId()))
                    .as("evidence of an order that is open")
                    .doesNotContain(
                            Kind.REFUSED, Kind.NOT_SENT, Kind.KILLED, Kind.CANCELLED, Kind.EXPIRED, Kind.ABSENT);
        }
    }

    /** A refusal is certain, and says why. */
    @Test
    public void whatTheVenueRefusesIsRefusedWithItsWords() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            Price lowest = trial.market().rules().tickSize().lowest();
            long unaffordable = 2
                    * FixedPoint.ONE
                    / lowest.micros()
                    * (holdings().collateral().micros() / FixedPoint.ONE + 1);
            OrderRequest intent = OrderRequest.buy(instrument(trial), Quantity.ofShares(unaffordable), lowest);
            PreparedOrder order = trial.prepare(intent);
            trial.gateway().send(order);
            trial.awaitKind(order, Kind.REFUSED);

            assertThat(trial.evidence(order.venueOrderId()))
                    .filteredOn(each -> each.kind() == Kind.REFUSED)
                    .allSatisfy(each -> assertThat(each.text()).isNotBlank());
            assertThat(trial.kinds(order.venueOrderId())).doesNotContain(Kind.LIVE, Kind.MATCHED, Kind.DOUBT);
            assertThat(ordersTaken(intent)).isZero();
        }
    }

    /** What cannot be made exactly as asked is not made. */
    @Test
    public void aPriceOffTheStepIsRefusedBeforeItLeaves() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            TickSize tick = trial.market().rules().tickSize();
            Price between = Price.ofMicros(tick.micros() + tick.micros() / 2);

            assertThatThrownBy(() -> trial.prepare(OrderRequest.buy(instrument(trial), SIZE, between)))
                    .isInstanceOf(OrderRefusedException.class);
        }
    }

    /** Late is never. */
    @Test
    public void anOrderThatIsTooLateIsNotSent() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            PreparedOrder late =
                    trial.gateway().prepare(trial.draft(bid(trial)), trial.now().minus(Duration.ofSeconds(1)));
            trial.gateway().send(late);
            trial.awaitKind(late, Kind.NOT_SENT);

            assertThat(trial.kinds(late.venueOrderId())).containsOnly(Kind.NOT_SENT);
            assertThat(ordersTaken(bid(trial))).isZero();
        }
    }

    /** Nothing is made up of an order that nobody knows. */
    @Test
    public void anOrderTheVenueNeverSawIsNeitherFoundNorCancelled() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            trial.gateway().lookUp(UNKNOWN);
            trial.gateway().cancel(UNKNOWN);
            PreparedOrder known = trial.rest(bid(trial));
            trial.gateway().lookUp(known.venueOrderId());
            trial.awaitKind(known, Kind.OPEN);

            assertThat(trial.awaitCancelAnswer(UNKNOWN).outcome()).isNotEqualTo(CancelAnswer.Outcome.ACCEPTED);
            assertThat(trial.kinds(UNKNOWN)).isSubsetOf(Kind.ABSENT, Kind.DOUBT);
        }
    }

    /** A gateway has one engine. */
    @Test
    public void aGatewayStartsOnce() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            assertThatThrownBy(() -> trial.gateway().start(trial)).isInstanceOf(IllegalStateException.class);
        }
    }

    // ---------------------------------------------------------------- the account

    /** What is read is what is held. */
    @Test
    public void theReaderReadsWhatTheAccountHolds() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            awaitReadAsHeld(trial);
        }
    }

    // ---------------------------------------------------------------- the end

    /** After the end nothing leaves, and whoever sends is told. */
    @Test
    public void aClosedConnectionSendsNothingAndSaysSo() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            PreparedOrder order = trial.prepare(bid(trial));
            trial.connection.close();

            trial.gateway().send(order);
            trial.awaitKind(order, Kind.NOT_SENT);
            trial.gateway().cancel(order.venueOrderId());
            trial.gateway().lookUp(order.venueOrderId());
            trial.connection.feed().subscribe(List.of(instrument(trial)));
            trial.connection.feed().unsubscribe(List.of(instrument(trial)));

            assertThat(trial.kinds(order.venueOrderId())).containsOnly(Kind.NOT_SENT);
            assertThat(ordersTaken(bid(trial))).isZero();
        }
    }

    /** After the end nothing is read, and what fails says why. */
    @Test
    public void aClosedConnectionReadsNothingAndSaysSo() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            trial.connection.close();

            assertThat(trial.account.reader().read())
                    .failsWithin(AT_ONCE)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(PloyException.class)
                    .withMessageContaining("closed");
            assertThatThrownBy(() -> trial.connection
                            .directory()
                            .market(new MarketId(connector().name(), UNLISTED)))
                    .isInstanceOf(PloyException.class)
                    .hasMessageContaining("closed");
        }
    }

    // ---------------------------------------------------------------- means

    private VenueConnection connect(VenueContext context) {
        return connector().connect(context);
    }

    private ConnectorTrial trial(VenueContext context) {
        return ConnectorTrial.begin(connector(), context, market());
    }

    private static VenueContext with(VenueContext context, AccountSettings... accounts) {
        return new VenueContext(context.clock(), context.parameters(), List.of(accounts), context.alerts());
    }

    private static InstrumentId instrument(ConnectorTrial trial) {
        return trial.market().first().instrument();
    }

    /** Deep in the book, where nothing matches it. */
    private static OrderRequest bid(ConnectorTrial trial) {
        return OrderRequest.buy(
                instrument(trial), SIZE, trial.market().rules().tickSize().lowest());
    }

    private static void awaitSnapshot(ConnectorTrial trial) {
        Patience.until(
                "the whole book",
                () -> trial.events,
                () -> trial.events.stream()
                        .anyMatch(event -> event instanceof MarketEvent.BookSnapshot book
                                && book.instrument().equals(instrument(trial))));
    }

    private static boolean isOfBook(MarketEvent event, InstrumentId instrument) {
        return (event instanceof MarketEvent.BookSnapshot whole
                        && whole.instrument().equals(instrument))
                || (event instanceof MarketEvent.BookChanged change
                        && change.instrument().equals(instrument));
    }

    private static boolean isConfirmed(ConnectorTrial trial, PreparedOrder order) {
        return !bought(trial, order).isBelow(SIZE)
                && trial.legs(order).values().stream().allMatch(leg -> leg.status() == SettlementStatus.CONFIRMED);
    }

    private static Quantity bought(ConnectorTrial trial, PreparedOrder order) {
        return trial.legs(order).values().stream().map(FillReport::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Indexers lag, so it may take a few reads. */
    private void awaitReadAsHeld(ConnectorTrial trial) {
        List<AccountSnapshot> read = new ArrayList<>();
        Patience.until("what is held to be read: " + holdings(), () -> read, () -> {
            AccountSnapshot now =
                    trial.account.reader().read().toCompletableFuture().join();
            read.add(now);
            AccountSnapshot truth = holdings();
            return now.complete()
                    && now.collateral().equals(truth.collateral())
                    && now.holdings().equals(truth.holdings());
        });
    }

    private static Set<Thread> newThreads(Set<Thread> before) {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        return now.stream().filter(Thread::isAlive).collect(Collectors.toSet());
    }
}
