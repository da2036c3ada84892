package io.ploy.connectors.polymarket.http;

/**
 * One address of a service.
 *
 * @param host its name
 * @param state whether it is sent requests
 */
public record HostReport(String host, BreakerState state) {}
