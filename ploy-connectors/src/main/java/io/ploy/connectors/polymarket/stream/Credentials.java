package io.ploy.connectors.polymarket.stream;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import java.nio.CharBuffer;

/** Writes credentials into the one message that carries them. That message is never kept or logged. */
final class Credentials {
    private Credentials() {}

    /** The object the venue expects, with the secrets as they are. */
    static String json(ApiCredentials credentials) {
        return credentials
                .secret()
                .use(secret -> credentials.passphrase().use(passphrase -> {
                    StringBuilder out = new StringBuilder("{\"apiKey\":\"");
                    append(credentials.key().toCharArray(), out);
                    out.append("\",\"secret\":\"");
                    append(secret, out);
                    out.append("\",\"passphrase\":\"");
                    append(passphrase, out);
                    return out.append("\"}").toString();
                }));
    }

    private static void append(char[] value, StringBuilder out) {
        out.append(JsonStringEncoder.getInstance().quoteAsString(CharBuffer.wrap(value)));
    }
}
