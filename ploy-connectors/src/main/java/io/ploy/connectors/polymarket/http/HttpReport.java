package io.ploy.connectors.polymarket.http;

import java.util.List;

/**
 * How requests fare, for people.
 *
 * @param services each service
 * @param signers each signer that placed or cancelled orders
 * @param clock the venue's time beside the machine's
 */
public record HttpReport(List<ServiceReport> services, List<SignerReport> signers, ClockReport clock) {
    /** Copies the lists. */
    public HttpReport {
        services = List.copyOf(services);
        signers = List.copyOf(signers);
    }
}
