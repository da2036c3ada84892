package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.PloyException;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a connector promises of itself, its connections and its markets, and the means to try it. */
abstract class ConnectionTck {
    static final Quantity SIZE = Quantity.ofShares(20);
    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final String UNLISTED = "0x" + "0e".repeat(32);

    final List<Alert> alerts = new CopyOnWriteArrayList<>();

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
            trial.gateway().lookUp(order.venueOrderId(), instrument(trial), trial.now());
            trial.gateway().sweep(trial.now());
            trial.gateway().cancelAll();
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

    ConnectorTrial trial(VenueContext context) {
        return ConnectorTrial.begin(connector(), context, market());
    }

    private static VenueContext with(VenueContext context, AccountSettings... accounts) {
        return new VenueContext(context.clock(), context.parameters(), List.of(accounts), context.alerts());
    }

    static InstrumentId instrument(ConnectorTrial trial) {
        return trial.market().first().instrument();
    }

    /** Deep in the book, where nothing matches it. */
    static OrderRequest bid(ConnectorTrial trial) {
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

    private static Set<Thread> newThreads(Set<Thread> before) {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        return now.stream().filter(Thread::isAlive).collect(Collectors.toSet());
    }
}
