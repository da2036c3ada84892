package io.ploy.connectors.polymarket.clob;

import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Purpose;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.AnswerException;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes, finds and withdraws credentials of one key. Secrets go from the received bytes into {@link Secret}s and the bytes
 * are overwritten; no error shows any of an answer.
 *
 * <p><b>Threading.</b> Thread-safe, one request at a time. Use one client for a key: two that create at once may each
 * withdraw what the other got.
 */
public final class CredentialClient {
    private static final String API_KEY = "/auth/api-key";
    private static final String READONLY_KEY = "/auth/readonly-api-key";
    private static final String BUILDER_KEY = "/auth/builder-api-key";

    private final Transport transport;
    private final Answers answers;

    /**
     * A client.
     *
     * @param transport carries the requests
     * @param unknown told of members nobody asks for
     */
    public CredentialClient(Transport transport, UnknownMembers unknown) {
        this.transport = transport;
        this.answers = new Answers(transport, unknown);
    }

    /**
     * Makes new credentials.
     *
     * @param wallet signs with the key itself
     * @throws RequestException with {@link Failure#REFUSED} if the key has credentials for this nonce already
     */
    public synchronized ApiCredentials create(Authorization wallet) {
        return credentials(write("POST", API_KEY, wallet), "apiKey");
    }

    /**
     * Finds the credentials made before.
     *
     * @param wallet signs with the key itself
     * @return empty if there are none for this nonce
     */
    public synchronized Optional<ApiCredentials> derive(Authorization wallet) {
        try {
            return Optional.of(
                    credentials(Call.get(Service.CLOB, "/auth/derive-api-key").authorized(wallet), "apiKey"));
        } catch (RequestException e) {
            if (e.failure() == Failure.REFUSED || e.failure() == Failure.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Finds the credentials made before, or makes them. If another process makes them at the same time, its are found.
     *
     * @param wallet signs with the key itself
     */
    public synchronized ApiCredentials createOrDerive(Authorization wallet) {
        Optional<ApiCredentials> found = derive(wallet);
        if (found.isPresent()) {
            return found.get();
        }
        try {
            return create(wallet);
        } catch (RequestException e) {
            // Made meanwhile, or made although the answer got lost: either way it is there to be found.
            if (e.failure() == Failure.REFUSED || e.failure().isAmbiguous()) {
                return derive(wallet).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /**
     * The keys of all credentials.
     *
     * @param account signs with credentials
     */
    public List<String> keys(Authorization account) {
        Call call = Call.get(Service.CLOB, "/auth/api-keys").authorized(account);
        return answers.read(
                call, answer -> answer.object(in -> in.required("apiKeys").list(JsonValue::id)));
    }

    /**
     * Withdraws credentials. Orders placed with them are cancelled by the venue.
     *
     * @param account signs with the credentials to be withdrawn
     */
    public void delete(Authorization account) {
        transport.execute(write("DELETE", API_KEY, account));
    }

    /**
     * Makes a key that can only read. Who has it needs nothing else, so it is a secret.
     *
     * @param account signs with credentials
     */
    public Secret createReadonlyKey(Authorization account) {
        return read(write("POST", READONLY_KEY, account), in -> new Secret(in.required("apiKey")));
    }

    /**
     * Keys that can only read.
     *
     * @param account signs with credentials
     */
    public List<Secret> readonlyKeys(Authorization account) {
        return read(
                Call.get(Service.CLOB, "/auth/readonly-api-keys").authorized(account),
                in -> in.elements().stream().map(Secret::new).toList());
    }

    /**
     * Withdraws a key that can only read.
     *
     * @param account signs with credentials
     * @param key which
     * @return whether the venue had it
     */
    public boolean deleteReadonlyKey(Authorization account, Secret key) {
        byte[] body = key.use(chars -> SecretJson.member("key", chars));
        try {
            Reply reply =
                    transport.execute(write("DELETE", READONLY_KEY, account).body(body));
            return !reply.text().strip().equals("false");
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    /**
     * Makes a key for a builder, to authorize the relayer's requests.
     *
     * @param account signs with credentials
     */
    public ApiCredentials createBuilderKey(Authorization account) {
        return credentials(write("POST", BUILDER_KEY, account), "key");
    }

    /**
     * A builder's keys, also those withdrawn.
     *
     * @param account signs with credentials
     */
    public List<BuilderKey> builderKeys(Authorization account) {
        return answers.read(
                Call.get(Service.CLOB, BUILDER_KEY).authorized(account),
                answer -> answer.list(entry -> entry.object(in -> new BuilderKey(
                        in.required("key").id(),
                        in.filled("createdAt").map(JsonValue::time).orElse(null),
                        in.filled("revokedAt").map(JsonValue::time).orElse(null)))));
    }

    /**
     * Withdraws a builder's key.
     *
     * @param account signs with credentials
     */
    public void deleteBuilderKey(Authorization account) {
        transport.execute(write("DELETE", BUILDER_KEY, account));
    }

    private ApiCredentials credentials(Call call, String keyName) {
        return read(
                call,
                in -> usable(
                        new String(in.required(keyName)),
                        new Secret(in.required("secret")),
                        new Secret(in.required("passphrase"))));
    }

    private static ApiCredentials usable(String key, Secret secret, Secret passphrase) {
        try {
            return new ApiCredentials(key, secret, passphrase);
        } catch (IllegalArgumentException e) {
            throw new AnswerException("the credentials cannot be used: " + e.getMessage(), e);
        }
    }

    private <T> T read(Call call, Function<SecretJson, T> reader) {
        Reply reply = transport.execute(call);
        try (SecretJson in = SecretJson.read(reply.body())) {
            return reader.apply(in);
        } catch (AnswerException e) {
            throw new RequestException(Failure.UNREADABLE, reply.status(), call + ": " + e.getMessage(), "", null, e);
        } finally {
            Arrays.fill(reply.body(), (byte) 0);
        }
    }

    private static Call write(String method, String path, Authorization by) {
        return Call.of(Service.CLOB, Purpose.WRITE, method, path).authorized(by);
    }
}
