package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.data.DataVersion;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.HttpSettings;
import io.ploy.connectors.polymarket.http.HttpTransport;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.relayer.Batch;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.relayer.RelayTerms;
import io.ploy.connectors.polymarket.relayer.RelayerClient;
import io.ploy.connectors.polymarket.relayer.RelayerRequests;
import io.ploy.connectors.polymarket.relayer.RelayerRoutes;
import io.ploy.connectors.polymarket.relayer.SubmitRequest;
import io.ploy.connectors.polymarket.time.ManualTime;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;

/** A settlement over a local server; time goes on by itself wherever the settlement waits. */
abstract class SettlementScene {
    static final TestSigner SIGNER =
            new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    static final Address FUNDER = new Address("0xBc0fF067b7740Eff76C1ca93c875Ba6B890d6B50");
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    static final long TEN = 10_000_000;
    static final String CTF_ADAPTER = "0xAdA100Db00Ca00073811820692005400218FcE1f";
    static final String NEG_RISK_ADAPTER = "0xadA2005600Dec949baf300f4C6120000bDB6eAab";
    static final String ROUTER = "0x12121212006e4CD160D18e3f00711DA5c3372600";

    final ManualTime time = new ManualTime(NOW);
    final List<OperationEvent> events = new CopyOnWriteArrayList<>();
    final UnknownMembers unknown = new UnknownMembers();
    FewMarkets market = FewMarkets.ofTokens(false);
    RelayingVenue venue;
    HttpTransport transport;
    PolymarketSettlement settlement;

    void open(AccountKind kind) {
        open(kind, SIGNER, Runnable::run);
    }

    void open(AccountKind kind, Signer signer, Executor worker) {
        venue = new RelayingVenue(market.market());
        HttpSettings.Builder settings = HttpSettings.builder();
        for (Service service : Service.values()) {
            settings.endpoints(service, venue.address());
        }
        transport = new HttpTransport(settings.build(), time, new SplittableRandom(7));
        settlement = settlement(kind, signer, worker);
        settlement.start(events::add);
    }

    /** The process ends, and another one begins. */
    void restart(AccountKind kind) {
        settlement.close();
        // The operation ran on this thread, and left it as it leaves a worker.
        Thread.interrupted();
        events.clear();
        settlement = settlement(kind, SIGNER, Runnable::run);
        settlement.start(events::add);
    }

    boolean conversions = true;

    private PolymarketSettlement settlement(AccountKind kind, Signer signer, Executor worker) {
        return new PolymarketSettlement(new SettlementMeans(
                wallet(kind),
                Chain.POLYGON,
                signer,
                new RelayerClient(transport, Authorization.NONE, RelayerRoutes.ACCOUNT, unknown),
                market,
                new ClobAccountClient(transport, Authorization.NONE, kind, unknown),
                new DataClient(transport, unknown, DataVersion.V2),
                time,
                time::now,
                worker,
                conversions));
    }

    @AfterEach
    void close() {
        if (venue != null) {
            settlement.close();
            transport.close();
            venue.close();
        }
    }

    static Wallet wallet(AccountKind kind) {
        return new Wallet(kind, SIGNER.address(), FUNDER);
    }

    static ContractCall call(String target, String data) {
        return new ContractCall(new Address(target), HexFormat.of().parseHex(data));
    }

    static String word(long number) {
        return String.format("%064x", number);
    }

    /** What is submitted, as the wallet has it signed first. */
    static String body(AccountKind kind, Batch batch) {
        RelayerRequests requests = new RelayerRequests(SIGNER, Chain.POLYGON, wallet(kind));
        SubmitRequest request = switch (kind) {
            case SAFE -> requests.safe(batch, 7);
            case PROXY ->
                requests.proxy(batch, new RelayTerms(new Address(RelayingVenue.RELAY), 7, RelayTerms.USUAL_GAS_LIMIT));
            default -> requests.depositWallet(batch, 7, NOW.plusSeconds(240));
        };
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    Operation operation(Kind kind, long number) {
        return new Operation(
                new OperationId(new AccountId("main"), 1, number),
                kind,
                market.id(),
                kind == Kind.REDEEM ? Quantity.ZERO : Quantity.ofMicros(TEN));
    }

    void execute(Kind kind) {
        settlement.execute(operation(kind, 1));
    }

    /** A merge that would work, of ten sets. */
    void openToMerge(AccountKind kind) {
        open(kind);
        venue.holds(0, TEN, TEN);
        venue.moves(TEN, -TEN, -TEN);
    }

    List<Operation.Status> statuses() {
        return events.stream().map(OperationEvent::status).toList();
    }

    String lastDetail() {
        return events.get(events.size() - 1).detail();
    }
}
