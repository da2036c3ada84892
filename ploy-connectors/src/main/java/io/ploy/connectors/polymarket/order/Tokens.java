package io.ploy.connectors.polymarket.order;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens already read; those not asked for longest are forgotten. Not thread-safe. */
final class Tokens {
    private final Map<String, Token> known;

    /**
     * Remembers none yet.
     *
     * @param most how many to remember
     */
    Tokens(int most) {
        known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Token> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * One token.
     *
     * @throws IllegalArgumentException if the id is none
     */
    Token get(String id) {
        @Nullable Token token = known.get(id);
        if (token == null) {
            token = Token.parse(id);
            known.put(id, token);
        }
        return token;
    }
}
