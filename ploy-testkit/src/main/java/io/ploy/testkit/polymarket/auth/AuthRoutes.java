package io.ploy.testkit.polymarket.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Gives, lists and takes back credentials, and says what an account may do. Anybody with a key may have trading
 * credentials; those are needed for everything else here, and a key for reading does not do.
 */
public final class AuthRoutes {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OK = "\"OK\"";

    private final CredentialStore store;
    private final HmacCallers callers;
    private final KeyProof proof;
    private final Predicate<Address> closedOnly;

    /**
     * The routes of a venue.
     *
     * @param store what it gave
     * @param callers who may ask
     * @param chainId which keys sign for, 137 or 80002
     * @param window which times are right
     * @param closedOnly whether a key's address may only sell; asked on the venue's thread
     */
    public AuthRoutes(
            CredentialStore store,
            HmacCallers callers,
            long chainId,
            TimestampWindow window,
            Predicate<Address> closedOnly) {
        this.store = store;
        this.callers = callers;
        this.proof = new KeyProof(chainId, window);
        this.closedOnly = closedOnly;
    }

    /**
     * Adds them to the venue's order book service.
     *
     * @param routes of that service
     */
    public void addTo(Routes routes) {
        routes.on("POST", "/auth/api-key", this::create)
                .on("GET", "/auth/derive-api-key", this::derive)
                .on("GET", "/auth/api-keys", known(grant -> names(grant, Grant.Kind.TRADING, "apiKeys")))
                .on("DELETE", "/auth/api-key", known(this::delete))
                .on("GET", "/auth/ban-status/closed-only", known(this::closedOnly))
                .on("POST", "/auth/readonly-api-key", known(this::createReading))
                .on("GET", "/auth/readonly-api-keys", known(grant -> list(grant, Grant.Kind.READING)))
                .on("DELETE", "/auth/readonly-api-key", this::deleteReading)
                .on("POST", "/auth/builder-api-key", known(this::createBuilding))
                .on("GET", "/auth/builder-api-key", known(this::builders))
                .on("DELETE", "/auth/builder-api-key", this::revokeBuilding);
    }

    @FunctionalInterface
    private interface Answer {
        WireAnswer to(Grant grant);
    }

    private Routes.Handler known(Answer answer) {
        return (request, parts) -> {
            Grant grant = callers.trader(request);
            return () -> answer.to(grant);
        };
    }

    private Turn create(WireRequest request, Map<String, String> parts) {
        KeyProof.Proven proven = proof.check(request);
        return () -> store.create(proven.signer(), proven.nonce())
                .map(made -> json(shown(made, "apiKey")))
                .orElseThrow(() -> new RefusedException(400, "Could not create api key"));
    }

    private Turn derive(WireRequest request, Map<String, String> parts) {
        KeyProof.Proven proven = proof.check(request);
        return () -> store.derive(proven.signer(), proven.nonce())
                .map(found -> json(shown(found, "apiKey")))
                .orElseThrow(() -> new RefusedException(400, "Could not derive api key!"));
    }

    private WireAnswer delete(Grant grant) {
        store.delete(grant);
        return WireAnswer.json(OK);
    }

    private WireAnswer closedOnly(Grant grant) {
        return json(JSON.createObjectNode()
                .put("closed_only", closedOnly.test(grant.caller().signer())));
    }

    private WireAnswer createReading(Grant grant) {
        Credentials made = store.createReading(grant.caller().signer());
        return json(JSON.createObjectNode().put("apiKey", made.apiKey()));
    }

    private Turn deleteReading(WireRequest request, Map<String, String> parts) {
        Address signer = callers.trader(request).caller().signer();
        String apiKey = key(request.body());
        return () -> {
            Optional<Grant> found = store.valid(apiKey, Grant.Kind.READING)
                    .filter(grant -> grant.caller().signer().equals(signer));
            found.ifPresent(store::delete);
            return WireAnswer.json(Boolean.toString(found.isPresent()));
        };
    }

    private static String key(String body) {
        try {
            JsonNode key = JSON.readTree(body).path("key");
            if (key.isTextual()) {
                return key.textValue();
            }
        } catch (JsonProcessingException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static RefusedException invalid() {
        return new RefusedException(400, "Invalid payload");
    }

    private WireAnswer createBuilding(Grant grant) {
        return json(shown(store.createBuilding(grant.caller().signer()), "key"));
    }

    private WireAnswer builders(Grant grant) {
        ArrayNode list = JSON.createArrayNode();
        for (Grant each : store.all(grant.caller().signer(), Grant.Kind.BUILDING)) {
            ObjectNode row = list.addObject()
                    .put("key", each.caller().apiKey())
                    .put("createdAt", each.createdAt().toString());
            Instant revokedAt = each.revokedAt();
            if (revokedAt != null) {
                row.put("revokedAt", revokedAt.toString());
            }
        }
        return json(list);
    }

    /** The credentials the request came with; all of the caller's if it came with trading credentials. */
    private Turn revokeBuilding(WireRequest request, Map<String, String> parts) {
        if (request.header("POLY_BUILDER_API_KEY").isPresent()) {
            Caller builder = callers.builder(request);
            return () -> revoke(
                    store.valid(builder.apiKey(), Grant.Kind.BUILDING).stream().toList());
        }
        Address signer = callers.trader(request).caller().signer();
        return () -> revoke(store.all(signer, Grant.Kind.BUILDING).stream()
                .filter(grant -> grant.revokedAt() == null)
                .toList());
    }

    private WireAnswer revoke(List<Grant> grants) {
        grants.forEach(store::revoke);
        return WireAnswer.json(OK);
    }

    private WireAnswer names(Grant grant, Grant.Kind kind, String member) {
        ObjectNode object = JSON.createObjectNode();
        object.set(member, array(grant, kind));
        return json(object);
    }

    private WireAnswer list(Grant grant, Grant.Kind kind) {
        return json(array(grant, kind));
    }

    private ArrayNode array(Grant grant, Grant.Kind kind) {
        ArrayNode names = JSON.createArrayNode();
        store.all(grant.caller().signer(), kind)
                .forEach(each -> names.add(each.caller().apiKey()));
        return names;
    }

    private static ObjectNode shown(Credentials credentials, String keyMember) {
        return JSON.createObjectNode()
                .put(keyMember, credentials.apiKey())
                .put("secret", credentials.secret())
                .put("passphrase", credentials.passphrase());
    }

    private static WireAnswer json(JsonNode node) {
        return WireAnswer.json(node.toString());
    }
}
