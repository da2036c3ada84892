package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The headers that prove who asks, made for one attempt. */
final class Proof {
    private static final Pattern PUBLIC = Pattern.compile(".*_(ADDRESS|TIMESTAMP|NONCE)");
    private static final int SHORTEST_SECRET = 6;

    private final Headers headers;

    private Proof(Headers headers) {
        this.headers = headers;
    }

    static Proof of(Call call, String path, long epochSeconds) {
        Headers.Builder headers = new Headers.Builder();
        try {
            call.authorization()
                    .sign(
                            call.method(),
                            path,
                            call.body(),
                            epochSeconds,
                            (name, value) -> put(headers, call, name, value));
        } catch (RequestException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RequestException(
                    Failure.NOT_SENT, 0, call + ": not sent, its proof could not be made", "", null, e);
        }
        return new Proof(headers.build());
    }

    private static void put(Headers.Builder headers, Call call, String name, String value) {
        try {
            headers.set(name, value);
        } catch (IllegalArgumentException e) {
            // the library's words quote the value, which may be a secret
            throw new RequestException(
                    Failure.NOT_SENT,
                    0,
                    call + ": not sent, the value of header " + name + " has characters that no header can carry",
                    "",
                    null,
                    null);
        }
    }

    Headers headers() {
        return headers;
    }

    /** Takes out of a text whatever must not be repeated. */
    String hide(String text) {
        String hidden = text;
        for (int i = 0; i < headers.size(); i++) {
            boolean secret =
                    !PUBLIC.matcher(headers.name(i).toUpperCase(Locale.ROOT)).matches();
            if (secret && headers.value(i).length() >= SHORTEST_SECRET) {
                hidden = hidden.replace(headers.value(i), "(hidden)");
            }
        }
        return hidden;
    }
}
