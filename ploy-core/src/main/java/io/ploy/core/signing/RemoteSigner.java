package io.ploy.core.signing;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.Signer;
import io.ploy.api.signing.SigningException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Signs with a key on another machine, as Web3Signer does it: {@code POST /api/v1/eth1/sign/IDENTIFIER} with the message,
 * which the signer hashes for itself. The answer is believed only if the signer found from it is the expected address.
 *
 * <p><b>Threading.</b> Thread-safe. Waits for the network up to its deadline.
 *
 * <p><b>Errors.</b> Nothing is tried twice, but for a connection that had been in use before and turns out dead.
 */
public final class RemoteSigner implements Signer, AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String PATH = "api/v1/eth1/sign";

    private final HttpUrl url;
    private final Address address;
    private final Duration deadline;
    private final @Nullable Secret bearerToken;
    private final OkHttpClient http;
    private volatile boolean closed;

    private RemoteSigner(Builder settings) {
        url = settings.url();
        address = settings.address;
        deadline = settings.deadline;
        bearerToken = settings.bearerToken;
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .callTimeout(deadline)
                .connectTimeout(deadline)
                .readTimeout(deadline)
                .writeTimeout(deadline)
                // Racing addresses, the client lets an interrupt escape as an exception nobody declared.
                .fastFallback(false)
                // Nobody but the signer that was named gets to see messages and token.
                .followRedirects(false)
                .followSslRedirects(false);
        if (settings.sockets != null && settings.trust != null) {
            client.sslSocketFactory(settings.sockets, settings.trust);
        }
        http = client.build();
    }

    /**
     * A remote signer, to be set up further.
     *
     * @param base where it is, such as {@code https://signer.internal:9000}
     * @param identifier what it calls the key: with Web3Signer the public key, {@code 0x} and 128 hex digits
     * @param address whose signatures are expected
     */
    public static Builder at(URI base, String identifier, Address address) {
        return new Builder(base, identifier, address);
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void sign(byte[] message, byte[] digest, byte[] signature) {
        if (digest.length != Keccak256.LENGTH || signature.length != Signature.LENGTH) {
            throw new IllegalArgumentException(
                    "a digest has 32 bytes and a signature 65, not " + digest.length + " and " + signature.length);
        }
        if (closed) {
            throw new SigningException(this + " was closed; make it anew to sign again");
        }
        String answer = answer(message);
        try {
            RemoteAnswer.read(answer, digest, address, signature);
        } catch (SigningException e) {
            throw new SigningException(this + " gave " + e.getMessage(), e);
        }
    }

    private String answer(byte[] message) {
        String body = "{\"data\":\"0x" + HexFormat.of().formatHex(message) + "\"}";
        Request.Builder request =
                new Request.Builder().url(url).post(RequestBody.create(body.getBytes(StandardCharsets.US_ASCII), JSON));
        if (bearerToken != null) {
            request.header("Authorization", bearerToken.use(token -> "Bearer " + new String(token)));
        }
        try (Response response = http.newCall(request.build()).execute()) {
            requireGood(response.code());
            byte[] text = response.body().byteStream().readNBytes(RemoteAnswer.LARGEST);
            return new String(text, StandardCharsets.UTF_8);
        } catch (InterruptedIOException e) {
            throw new SigningException(
                    Thread.currentThread().isInterrupted()
                            ? this + " was interrupted while it waited for an answer"
                            : this + " did not answer within " + deadline.toMillis()
                                    + " ms; check that it runs, or give it longer",
                    e);
        } catch (IOException e) {
            throw new SigningException(
                    this + " cannot be reached: " + e.getMessage() + "; check that it runs there", e);
        }
    }

    private void requireGood(int status) {
        if (status == 200) {
            return;
        }
        String what = switch (status) {
            case 400 -> "did not understand the request (400); check that it speaks Web3Signer's eth1 interface";
            case 401, 403 -> "refused us (" + status + "); check the bearer token or the client certificate";
            case 404 -> "does not know the key (404); check the identifier and that the signer has loaded it";
            default ->
                status >= 500
                        ? "failed (" + status + "); look into its log"
                        : "answered " + status + " instead of a signature; check its address";
        };
        throw new SigningException(this + " " + what);
    }

    /** Stops signing. The token is its owner's to close. */
    @Override
    public void close() {
        closed = true;
        http.connectionPool().evictAll();
    }

    /** Where, and for whom. */
    @Override
    public String toString() {
        return "remote signer at " + url.scheme() + "://" + url.host() + ":" + url.port() + " for " + address;
    }

    /** How to reach a remote signer. */
    public static final class Builder {
        private static final Duration USUAL_DEADLINE = Duration.ofSeconds(2);

        private final URI base;
        private final String identifier;
        private final Address address;
        private Duration deadline = USUAL_DEADLINE;
        private boolean plainHttp;
        private @Nullable Secret bearerToken;
        private @Nullable SSLSocketFactory sockets;
        private @Nullable X509TrustManager trust;

        private Builder(URI base, String identifier, Address address) {
            this.base = base;
            this.identifier = identifier;
            this.address = address;
        }

        /** How long a signature may take in all; two seconds if nothing is said. */
        public Builder deadline(Duration deadline) {
            if (deadline.toMillis() < 1) {
                throw new IllegalArgumentException("a deadline is a millisecond or more, not " + deadline);
            }
            this.deadline = deadline;
            return this;
        }

        /** Sent with every request. It is kept, so close it after the signer. */
        public Builder bearerToken(Secret token) {
            boolean legal = token.use(characters -> isToken(characters));
            if (!legal) {
                throw new SigningException(
                        "a bearer token is visible ASCII without spaces; this one is not, or is empty");
            }
            bearerToken = token;
            return this;
        }

        /** Trust and client certificate other than the Java platform's, for a private authority or for mutual TLS. */
        public Builder tls(SSLSocketFactory sockets, X509TrustManager trust) {
            this.sockets = sockets;
            this.trust = trust;
            return this;
        }

        /** Allows plain HTTP to another machine, where messages can be changed on the way. Loopback may always be plain. */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /**
         * The signer. Asks it nothing yet.
         *
         * @throws SigningException if the address or the identifier cannot be right
         */
        public RemoteSigner build() {
            return new RemoteSigner(this);
        }

        private HttpUrl url() {
            @Nullable HttpUrl parsed = HttpUrl.parse(base.toString());
            if (parsed == null) {
                throw new SigningException(
                        "the base of a remote signer is https:// and a host, not '" + base.getScheme() + ":…'");
            }
            boolean bare = parsed.query() == null
                    && parsed.fragment() == null
                    && parsed.username().isEmpty()
                    && parsed.password().isEmpty();
            if (!bare) {
                throw new SigningException("the base of the remote signer at " + parsed.host()
                        + " has a user, a query or a fragment; leave it out, and give a token as bearer token");
            }
            if (!parsed.isHttps() && !plainHttp && !isLoopback(parsed.host())) {
                throw new SigningException("plain HTTP to the remote signer at " + parsed.host()
                        + " is refused: use https, or allow plain HTTP where the network itself is safe");
            }
            if (!identifier.matches("[0-9A-Za-z_.:-]{1,256}") || identifier.matches("\\.+")) {
                throw new SigningException(
                        "the identifier of a key is 1 to 256 letters, digits or _.:-, such as its public key; "
                                + "this one has " + identifier.length() + " characters or others among them");
            }
            return parsed.newBuilder()
                    .addPathSegments(PATH)
                    .addPathSegment(identifier)
                    .build();
        }

        private static boolean isToken(char[] characters) {
            boolean visible = characters.length > 0;
            for (char each : characters) {
                visible &= each > ' ' && each < 0x7f;
            }
            return visible;
        }

        private static boolean isLoopback(String host) {
            return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
        }
    }
}
