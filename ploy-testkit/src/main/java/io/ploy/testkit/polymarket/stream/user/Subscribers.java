package io.ploy.testkit.polymarket.stream.user;

import io.ploy.api.signing.Address;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who follows which key's accounts. */
final class Subscribers {
    private final Map<Address, Set<UserSession>> bySigner = new HashMap<>();

    void add(Address signer, UserSession session) {
        bySigner.computeIfAbsent(signer, key -> new LinkedHashSet<>()).add(session);
    }

    void remove(Address signer, UserSession session) {
        bySigner.computeIfPresent(signer, (key, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    /** A copy: telling a client may end its connection. */
    List<UserSession> of(Address signer) {
        return List.copyOf(bySigner.getOrDefault(signer, Set.of()));
    }
}
