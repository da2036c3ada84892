package io.ploy.testkit.polymarket.relayer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.auth.HmacCallers;
import io.ploy.testkit.polymarket.chain.Chain;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The relayer over HTTP. What is signed is checked when it comes in; whether the chain would carry it out is found out when it
 * is sent there, so a transaction that cannot work is taken and becomes {@code STATE_INVALID}.
 */
public final class RelayerService implements RestService {
    private static final int MOST_ROWS = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Chain chain;
    private final Address relay;
    private final RelayerCallers callers;
    private final RequestReader reader;
    private final RelayerDesk desk;
    private final Routes routes = new Routes();

    /**
     * The relayer of a venue.
     *
     * @param state whose
     * @param chain where transactions go
     * @param builders knows builders by their credentials
     * @param keys the relayer's own
     * @param settings how fast it is
     */
    public RelayerService(
            VenueState state, Chain chain, HmacCallers builders, RelayerKeys keys, RelayerSettings settings) {
        this.chain = chain;
        byte[] name = Keccak256.of((state.seed() + " relay").getBytes(StandardCharsets.UTF_8));
        relay = Address.of(name, Keccak256.LENGTH - Address.LENGTH);
        callers = new RelayerCallers(keys, builders);
        reader = new RequestReader(state.chainId(), chain.wallets(), relay);
        desk = new RelayerDesk(state, chain, settings, relay);
        routes.on("POST", "/submit", (request, parts) -> submit(request))
                .on("GET", "/nonce", (request, parts) -> nonce(request))
                .on("GET", "/relay-payload", (request, parts) -> terms(request))
                .on("GET", "/v1/account/transactions/params", (request, parts) -> accountTerms(request))
                .on("GET", "/transaction", (request, parts) -> one(request))
                .on("GET", "/transactions", (request, parts) -> own(request))
                .on(
                        "GET",
                        "/v1/account/transactions/{id}",
                        (request, parts) -> ownOne(request, parts.getOrDefault("id", "")))
                .on("GET", "/deployed", (request, parts) -> deployed(request));
    }

    @Override
    public Turn receive(WireRequest request) {
        return routes.receive(request);
    }

    private Turn submit(WireRequest request) {
        RelayerCaller caller = callers.caller(request);
        RelayRequest wanted = reader.read(caller, request.body());
        return () -> WireAnswer.json(desk.take(caller, wanted).brief().toString());
    }

    // ---------------------------------------------------------------- wallets

    private Turn nonce(WireRequest request) {
        WalletKind kind = kind(request);
        Address key = address(request);
        return () -> WireAnswer.json(numbered(kind, key).toString());
    }

    private Turn terms(WireRequest request) {
        if (kind(request) != WalletKind.PROXY) {
            throw new RefusedException(400, "invalid type");
        }
        Address key = address(request);
        return () -> WireAnswer.json(
                addressed(relay, numbered(WalletKind.PROXY, key)).toString());
    }

    private Turn accountTerms(WireRequest request) {
        callers.caller(request);
        WalletKind kind = kind(request);
        Address key = address(request);
        return () -> WireAnswer.json(addressed(kind == WalletKind.PROXY ? relay : key, numbered(kind, key))
                .toString());
    }

    private ObjectNode numbered(WalletKind kind, Address key) {
        Address counted = kind == WalletKind.PROXY
                ? key
                : chain.wallets().of(kind, key).orElseThrow(() -> new RefusedException(400, "invalid type"));
        return JSON.objectNode().put("nonce", Long.toString(chain.wallets().nonce(kind, counted)));
    }

    private static ObjectNode addressed(Address address, ObjectNode numbered) {
        ObjectNode json = JSON.objectNode().put("address", address.checksummed());
        json.setAll(numbered);
        return json;
    }

    /** Clients may leave out the kind of wallet. */
    private Turn deployed(WireRequest request) {
        Address wallet = address(request);
        return () -> WireAnswer.json(JSON.objectNode()
                .put("deployed", chain.wallets().isDeployed(wallet))
                .toString());
    }

    // ---------------------------------------------------------------- transactions

    private Turn one(WireRequest request) {
        String id = request.parameter("id").orElse("");
        return () -> {
            ArrayNode rows = JSON.arrayNode();
            rows.add(desk.find(id).orElseThrow(RelayerService::unknown).json());
            return WireAnswer.json(rows.toString());
        };
    }

    private Turn own(WireRequest request) {
        RelayerCaller caller = callers.caller(request);
        return () -> {
            ArrayNode rows = JSON.arrayNode();
            desk.of(caller).stream().limit(MOST_ROWS).forEach(each -> rows.add(each.json()));
            return WireAnswer.json(rows.toString());
        };
    }

    private Turn ownOne(WireRequest request, String id) {
        RelayerCaller caller = callers.caller(request);
        return () -> WireAnswer.json(desk.find(id)
                .filter(each -> each.isOf(caller))
                .orElseThrow(RelayerService::unknown)
                .json()
                .toString());
    }

    private static RefusedException unknown() {
        return new RefusedException(404, "transaction not found");
    }

    private static WalletKind kind(WireRequest request) {
        return request.parameter("type")
                .flatMap(RequestKind::find)
                .map(RequestKind::wallet)
                .orElseThrow(() -> new RefusedException(400, "invalid type"));
    }

    private static Address address(WireRequest request) {
        return request.parameter("address")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.matches("0x[0-9a-f]{40}"))
                .map(Address::new)
                .orElseThrow(() -> new RefusedException(400, "invalid address"));
    }
}
