package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.time.TimeSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;

/** The addresses of one service. Remembers which one last answered a read. */
final class Endpoints {
    private final List<Endpoint> all;
    private final AtomicInteger preferred = new AtomicInteger();

    /**
     * One address.
     *
     * @param base without a slash at the end of its path
     * @param breaker of its host
     */
    record Endpoint(HttpUrl base, HostBreaker breaker) {
        String host() {
            return base.host();
        }

        /** Where a request goes. */
        HttpUrl url(Call call) {
            HttpUrl.Builder url = base.newBuilder().encodedPath(prefix() + call.path());
            for (Call.Query parameter : call.query()) {
                url.addQueryParameter(parameter.name(), parameter.value());
            }
            return url.build();
        }

        /** The part of a path that is the address's own. */
        String prefix() {
            String path = base.encodedPath();
            return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        }
    }

    /** The addresses, with one breaker for each host, kept in a map that all services share. */
    Endpoints(List<URI> addresses, BreakerSettings settings, TimeSource time, Map<String, HostBreaker> breakers) {
        this.all = addresses.stream()
                .map(address -> Objects.requireNonNull(HttpUrl.get(address)))
                .map(base -> new Endpoint(
                        base,
                        breakers.computeIfAbsent(
                                base.host() + ":" + base.port(), host -> new HostBreaker(host, settings, time))))
                .toList();
    }

    /** How many there are. */
    int size() {
        return all.size();
    }

    /** Where a request goes first. */
    int first(Call call) {
        return call.purpose() == Purpose.READ ? preferred.get() : 0;
    }

    /** The n-th address, counted on from the first after the last. */
    Endpoint at(int index) {
        return all.get(index % all.size());
    }

    /** Learns that an address answers. */
    void answered(Call call, Endpoint endpoint) {
        if (call.purpose() == Purpose.READ) {
            preferred.set(all.indexOf(endpoint));
        }
    }

    List<HostReport> report() {
        return all.stream()
                .map(endpoint ->
                        new HostReport(endpoint.host(), endpoint.breaker().state()))
                .toList();
    }
}
