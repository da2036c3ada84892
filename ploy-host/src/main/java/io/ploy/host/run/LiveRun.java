package io.ploy.host.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.PloyException;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueContext;
import io.ploy.core.Ploy;
import io.ploy.core.StopPolicy;
import io.ploy.core.StopReport;
import io.ploy.core.engine.EngineSettings;
import io.ploy.core.lease.Lease;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.core.time.SystemClock;
import io.ploy.host.config.RunConfig;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.control.ControlFolder;
import io.ploy.host.control.KillDesk;
import io.ploy.host.plugin.PluginFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Trades until somebody wants it to end, and ends in order. */
public final class LiveRun {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration HURRY = Duration.ofSeconds(3);

    /** What is open is the affair of the process that took over: nothing is sent, and nothing waited for. */
    private static final StopPolicy LEASE_LOST = new StopPolicy(
            StopPolicy.Orders.LEAVE,
            StopPolicy.Positions.KEEP,
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ZERO,
            Duration.ZERO);

    private final Console console;
    private final StopWishes wishes;
    private final Clock clock = SystemClock.utc();
    private final AtomicBoolean trading = new AtomicBoolean();

    /**
     * A run that has not begun.
     *
     * @param console where it says how it goes
     * @param wishes who wants it to end
     */
    public LiveRun(Console console, StopWishes wishes) {
        this.console = console;
        this.wishes = wishes;
    }

    /**
     * Trades.
     *
     * @param request what was asked for
     * @return what the process ends with
     * @throws CommandFailure if it cannot begin
     */
    public int trade(RunRequest request) {
        RunConfig config = request.config();
        RunVoice voice = RunVoice.on(console, clock, request.json());
        try (PluginCatalog catalog = PluginFolder.load(request.plugins())) {
            RunParts parts = RunParts.of(config, catalog);
            RunProof proof = RunProof.of(config, catalog, request.engine());
            try (Credentials credentials = Credentials.open(config.account(), console.environment());
                    Storage storage =
                            Storage.at(config.journal(), config.account().id(), console.environment())) {
                Optional<Lease> taken = new LeaseWait(storage, voice, wishes).take(request.name(), request.standby());
                if (taken.isEmpty()) {
                    voice.stopping("asked to, while waiting for the lease");
                    return ExitCode.OK;
                }
                try (Lease lease = taken.get();
                        AlertDesk alerts = new AlertDesk(voice)) {
                    lease.onLost(wishes::leaseLost);
                    return trade(request, parts, credentials, new Held(lease, storage, alerts, voice, proof));
                }
            }
        }
    }

    /** What is had for as long as the lease is. */
    private record Held(Lease lease, Storage storage, AlertDesk alerts, RunVoice voice, RunProof proof) {}

    /** Where it trades, and as whom. */
    private record Venue(VenueConnection connection, VenueAccount account) {}

    private int trade(RunRequest request, RunParts parts, Credentials credentials, Held held) {
        RunConfig config = request.config();
        VenueContext context = new VenueContext(
                clock, config.venue().parameters(), List.of(credentials.settings()), held.alerts()::heard);
        try (VenueConnection connection = parts.connector().connect(context)) {
            VenueAccount account = account(connection, config);
            JournalStore journal = open(held);
            Tables tables = held.storage().tables(journal);
            try (Ploy ploy = engine(request, parts, new Venue(connection, account), journal, held);
                    KillDesk desk = desk(ploy, parts, account, config, held);
                    AccountLooks looks = new AccountLooks(
                            account::check, ploy.operator()::accountChecked, AccountLooks.Pace.USUAL)) {
                RunStart start = RunStart.of(
                        config,
                        journal.lastSequence(),
                        ploy.openOrders().size(),
                        held.lease().token());
                desk.open(request.decisions().releases());
                looks.begin();
                start(ploy);
                trading.set(true);
                wishes.onHurry(() -> ploy.hurry(HURRY));
                held.voice().started(start);
                held.proof().begin(ploy, held.alerts()::heard, clock.instant());
                request.decisions().apply(ploy).forEach(held.voice()::decided);
                do {
                    held.proof().look(held.alerts()::heard, clock.instant());
                    Status status = Status.of(ploy);
                    held.voice().status(status);
                    if (status.isAnswer()) {
                        desk.show(stands(status, ploy));
                    }
                } while (!wishes.await(LOOK_EVERY));
                return end(ploy, config.stop(), held.voice());
            } finally {
                // The engine has closed the journal by now, so the tables get all of it.
                tables.close();
            }
        }
    }

    private static ObjectNode stands(Status status, Ploy ploy) {
        ObjectNode node = status.addTo(JsonNodeFactory.instance.objectNode());
        FigureRows.addTo(node, ploy.operator().figures());
        LimitRows.addTo(node, ploy.operator().limits());
        ploy.operator().flattening().ifPresent(sale -> FlattenRows.addTo(node, sale));
        return node;
    }

    private static VenueAccount account(VenueConnection connection, RunConfig config) {
        try {
            return connection.account(config.account().id());
        } catch (PloyException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** Before the start the venue is not connected, and without the lease it is asked for nothing. */
    private KillDesk desk(Ploy ploy, RunParts parts, VenueAccount account, RunConfig config, Held held) {
        Runnable cancelAtVenue = () -> {
            if (trading.get() && held.lease().isHeld()) {
                account.gateway().cancelAll();
            }
        };
        return new KillDesk(
                new ControlFolder(config.control()),
                new AccountControls(
                        ploy, new KnownScopes(parts.names(), config.risk().scopes(), ploy::markets), cancelAtVenue),
                clock,
                held.alerts()::decided);
    }

    private static JournalStore open(Held held) {
        try {
            return held.storage().openJournal(held.lease().token());
        } catch (PloyException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private Ploy engine(RunRequest request, RunParts parts, Venue venue, JournalStore journal, Held held) {
        try {
            RunConfig config = request.config();
            VenueAccount account = venue.account();
            Ploy.Builder builder = Ploy.builder(account.id(), account.gateway())
                    .feed(venue.connection().feed())
                    .accountReader(account.reader())
                    .journal(journal)
                    .lease(held.lease())
                    .risk(held.proof().on(config.risk()))
                    .supervision(config.supervision())
                    .settings(EngineSettings.DEFAULT.withRun(
                            request.version(),
                            config.digest(),
                            held.proof()
                                    .facts(
                                            config.venue().provider(),
                                            venue.connection().money())))
                    .clock(clock)
                    .notifier(held.alerts());
            parts.rules().forEach(builder::riskRule);
            account.settlement().ifPresent(builder::settlement);
            parts.strategies().forEach(each -> builder.strategy(each.name(), each.factory(), each.parameters()));
            return builder.build();
        } catch (RuntimeException e) {
            journal.close();
            throw e instanceof PloyException ? CommandFailure.failed(String.valueOf(e.getMessage()), e) : e;
        }
    }

    private static void start(Ploy ploy) {
        try {
            ploy.start();
        } catch (PloyException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private int end(Ploy ploy, StopPolicy policy, RunVoice voice) {
        boolean lost = wishes.isLeaseLost();
        voice.stopping(
                lost
                        ? "the lease is lost; open orders are left to the process that took over"
                        : "open orders are " + (policy.orders() == StopPolicy.Orders.CANCEL ? "cancelled" : "left")
                                + ", positions "
                                + (policy.positions() == StopPolicy.Positions.SELL ? "sold" : "kept"));
        int code = stop(ploy, lost ? LEASE_LOST : policy, voice, lost);
        return wishes.isLeaseLost() ? ExitCode.LEASE_LOST : code;
    }

    private static int stop(Ploy ploy, StopPolicy policy, RunVoice voice, boolean lost) {
        try {
            StopReport report = ploy.stop(policy);
            if (!lost) {
                voice.stopped(report);
            }
            return report.isSettled() ? ExitCode.OK : ExitCode.LEFT_OVER;
        } catch (PloyException e) {
            voice.problem(String.valueOf(e.getMessage()));
            return ExitCode.LEFT_OVER;
        }
    }
}
