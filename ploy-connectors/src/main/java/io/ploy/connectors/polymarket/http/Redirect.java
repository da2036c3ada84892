package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.Endpoints.Endpoint;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** Says whether an answer that points elsewhere is followed: for a plain read, and on the same host only. */
final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirect() {}

    static Optional<HttpUrl> of(Call call, HttpUrl from, Endpoint endpoint, Answer answer) {
        String location = answer.headers().get("Location");
        if (call.purpose() != Purpose.READ
                || !"GET".equals(call.method())
                || !STATUSES.contains(answer.status())
                || location == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(from.resolve(location))
                .filter(to -> to.scheme().equals(from.scheme())
                        && to.host().equals(from.host())
                        && to.port() == from.port()
                        && to.encodedPath().startsWith(endpoint.prefix() + "/"));
    }
}
