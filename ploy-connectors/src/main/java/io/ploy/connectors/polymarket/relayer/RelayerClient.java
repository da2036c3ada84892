package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Purpose;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Speaks with the venue's relayer, which sends transactions for wallets and pays for them. It takes about 25 submissions a
 * minute.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait.
 *
 * <p><b>Errors.</b> Every end but a good answer is a {@link RequestException}. A submission is sent once, whatever happens;
 * after an ambiguous end look among {@link #transactions()} before anything is submitted again.
 */
public final class RelayerClient {
    private final Answers answers;
    private final Authorization authorization;
    private final RelayerRoutes routes;

    /**
     * A client.
     *
     * @param transport carries the requests
     * @param authorization by a builder's credentials or a key of the relayer
     * @param routes which paths are asked
     * @param unknown told of members nobody asks for
     */
    public RelayerClient(
            Transport transport, Authorization authorization, RelayerRoutes routes, UnknownMembers unknown) {
        this.answers = new Answers(transport, unknown);
        this.authorization = authorization;
        this.routes = routes;
    }

    /**
     * The number a wallet's next transaction must have. Good for one submission.
     *
     * @param kind of the wallet
     * @param key the address of the key that owns it
     */
    public long nonce(RelayedKind kind, Address key) {
        Call call = about(routes.nonce(), key, kind);
        return answers.read(
                call,
                answer -> answer.object(members -> {
                    members.ignore("address");
                    return nonce(members);
                }));
    }

    /**
     * What a proxy wallet's next transaction must name. Good for one submission.
     *
     * @param key the address of the key that owns the wallet
     */
    public RelayTerms relayTerms(Address key) {
        Call call = about(routes.relay(), key, RelayedKind.PROXY);
        return answers.read(
                call,
                answer -> answer.object(members -> new RelayTerms(
                        members.required("address").as(RelayerClient::address),
                        nonce(members),
                        RelayTerms.USUAL_GAS_LIMIT)));
    }

    /** The relayer writes addresses in any case, so their letters prove nothing. */
    private static Address address(JsonValue value) {
        return new Address(value.text().toLowerCase(Locale.ROOT));
    }

    private static long nonce(JsonObject members) {
        JsonValue nonce = members.required("nonce");
        long number = nonce.whole();
        if (number < 0) {
            throw nonce.wrong("is below zero: " + number);
        }
        return number;
    }

    /**
     * Asks for a transaction, once.
     *
     * @param request signed
     * @return how it stands
     * @throws RequestException see {@link #isStaleNonce}
     */
    public RelayedTransaction submit(SubmitRequest request) {
        Call call = Call.of(Service.RELAYER, Purpose.WRITE, "POST", "/submit")
                .body(request.body())
                .authorized(authorization);
        return answers.read(call, RelayedTransaction::read);
    }

    /**
     * Whether a submission was refused because its number is not the wallet's next one. It was not carried out: ask for the
     * number again, sign again, submit again.
     *
     * @param failure of a submission
     */
    public static boolean isStaleNonce(RequestException failure) {
        return failure.failure() == Failure.REFUSED
                && failure.venueText().toLowerCase(Locale.ROOT).contains("nonce");
    }

    /**
     * How a transaction stands. The venue's clients ask every two seconds, for up to 200 seconds.
     *
     * @param id the relayer's name for it
     * @return absent if the relayer does not know it
     * @throws IllegalArgumentException if no transaction can have that name
     */
    public Optional<RelayedTransaction> transaction(String id) {
        if (!RelayedTransaction.isId(id)) {
            throw new IllegalArgumentException("not the name of a transaction: '" + id + "'");
        }
        Call call = routes == RelayerRoutes.ACCOUNT
                ? read("/v1/account/transactions/" + id)
                : read("/transaction").query("id", id);
        return answers.find(call, RelayerClient::oneOf);
    }

    /** One transaction, alone or in a list. */
    private static RelayedTransaction oneOf(JsonValue answer) {
        if (!answer.isList()) {
            return RelayedTransaction.read(answer);
        }
        List<RelayedTransaction> all = answer.list(RelayedTransaction::read);
        if (all.size() != 1) {
            throw answer.wrong("has " + all.size() + " transactions where one is asked for");
        }
        return all.get(0);
    }

    /** The newest transactions asked for with this authorization. */
    public List<RelayedTransaction> transactions() {
        return answers.read(read("/transactions"), answer -> answer.list(RelayedTransaction::read));
    }

    /**
     * Whether a wallet is there.
     *
     * @param kind of the wallet
     * @param wallet its address
     */
    public boolean isDeployed(RelayedKind kind, Address wallet) {
        Call call = about("/deployed", wallet, kind);
        return answers.read(
                call,
                answer -> answer.object(members -> {
                    members.ignore("address");
                    return members.required("deployed").bool();
                }));
    }

    private Call about(String path, Address address, RelayedKind kind) {
        return read(path).query("address", address.checksummed()).query("type", kind.name());
    }

    private Call read(String path) {
        return Call.get(Service.RELAYER, path).authorized(authorization);
    }
}
