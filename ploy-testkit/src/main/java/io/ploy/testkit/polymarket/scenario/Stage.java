package io.ploy.testkit.polymarket.scenario;

import io.ploy.api.order.AccountId;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.fault.FaultLog;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.FaultVenue;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import java.util.ArrayList;
import java.util.List;

/** Where scenarios are played: one venue, its faults, and who judges. On the venue's thread. */
public final class Stage {
    private final FaultVenue venue;
    private final FaultLog log = new FaultLog();
    private final ClientReport report = new ClientReport();
    private final FaultEngine engine;
    private final Judge judge;
    private final WireFaults faults;
    private final List<VenueAccount> accounts;
    private Scenario scenario = Scenario.NONE;

    /**
     * A stage on which nothing is played yet. From now on it decides how trades settle.
     *
     * @param venue what faults can get hold of
     * @param own faults of the venue's user, asked first
     * @param accounts those who trade over the wire
     */
    public Stage(FaultVenue venue, WireFaults own, List<VenueAccount> accounts) {
        this.venue = venue;
        this.accounts = List.copyOf(accounts);
        engine = new FaultEngine(venue, log, own);
        judge = new Judge(venue, engine, report);
        faults = judge.watching(engine);
        venue.records().listen(engine);
        venue.records().listen(judge);
        venue.state().exchange().settleBy(engine);
    }

    /**
     * Plays a scenario beside what is played already; expectations add up.
     *
     * @param more what is to happen from now on
     */
    public void play(Scenario more) {
        engine.play(more);
        judge.watch(more);
        scenario = scenario.equals(Scenario.NONE) ? more : both(scenario, more);
    }

    private static Scenario both(Scenario first, Scenario second) {
        List<Step> steps = new ArrayList<>(first.steps());
        steps.addAll(second.steps());
        List<Expectation> expectations = new ArrayList<>(first.expectations());
        expectations.addAll(second.expectations());
        return new Scenario(
                first.name(),
                second.seed() == null ? first.seed() : second.seed(),
                first.world(),
                second.profile() == null ? first.profile() : second.profile(),
                second.latency() == null ? first.latency() : second.latency(),
                steps,
                expectations);
    }

    /**
     * Injects faults as a list of a scenario's has them.
     *
     * @param yaml one fault
     * @return its name
     * @throws ScenarioException if it cannot be read
     */
    public String inject(String yaml) {
        Scenario one = Scenario.parse("name: request\nfaults:\n" + indented(yaml), "request");
        List<FaultSpec> specs = one.faults(venue.state().seed());
        specs.forEach(engine::inject);
        scenario = scenario.equals(Scenario.NONE) ? one : both(scenario, one);
        return specs.get(0).name();
    }

    private static String indented(String yaml) {
        String first = yaml.strip();
        return first.startsWith("-")
                ? first.lines().map(line -> "  " + line + "\n").reduce("", String::concat)
                : "  - " + String.join("\n    ", first.lines().toList()) + "\n";
    }

    /**
     * What faults can get hold of.
     *
     * @return as given
     */
    public FaultVenue venue() {
        return venue;
    }

    /**
     * What lets faults strike.
     *
     * @return the engine
     */
    public FaultEngine engine() {
        return engine;
    }

    /**
     * What the server asks.
     *
     * @return the engine, with every request counted
     */
    public WireFaults faults() {
        return faults;
    }

    /**
     * Every strike.
     *
     * @return the log
     */
    public FaultLog log() {
        return log;
    }

    /**
     * What the client says of itself.
     *
     * @return to be filled by it
     */
    public ClientReport report() {
        return report;
    }

    /**
     * What is played.
     *
     * @return everything so far
     */
    public Scenario scenario() {
        return scenario;
    }

    /**
     * The scenario that strikes again exactly where this run did.
     *
     * @return without probabilities
     */
    public Scenario replay() {
        return Replay.of(scenario, venue.state().seed(), log.firings());
    }

    /**
     * Those who trade over the wire.
     *
     * @return as given
     */
    public List<VenueAccount> accounts() {
        return accounts;
    }

    /**
     * The orders of an account, open and not.
     *
     * @param account whose
     * @return the newest 100,000 of all accounts', oldest first
     */
    public List<OrderRow> orders(AccountId account) {
        return judge.orders(account);
    }

    /**
     * Whether nothing settles any more.
     *
     * @return false while a trade of those who trade over the wire is provisional
     */
    public boolean isSettled() {
        return accounts.stream()
                .flatMap(account -> venue.records().trades(account).stream())
                .noneMatch(trade -> trade.status().isProvisional());
    }

    /**
     * Judges what was played so far.
     *
     * @return what came of it
     */
    public Verdict verdict() {
        return judge.judge(scenario);
    }
}
