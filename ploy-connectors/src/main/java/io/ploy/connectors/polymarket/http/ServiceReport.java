package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What became of the requests to one service since the transport was made.
 *
 * @param service which
 * @param attempts that went to the network, repeated ones included
 * @param answered calls that ended well
 * @param failed calls that did not, by how; what never happened is absent
 * @param repeated attempts that were made again
 * @param waited attempts that waited for a limit
 * @param waitedFor how long, together
 * @param hosts its addresses
 */
public record ServiceReport(
        Service service,
        long attempts,
        long answered,
        Map<Failure, Long> failed,
        long repeated,
        long waited,
        Duration waitedFor,
        List<HostReport> hosts) {
    /** Copies the collections. */
    public ServiceReport {
        failed = Map.copyOf(failed);
        hosts = List.copyOf(hosts);
    }
}
