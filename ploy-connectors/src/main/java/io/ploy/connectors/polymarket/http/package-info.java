/** Requests to the venue: limits, retries, failover and typed failures, the same for every service. */
@NullMarked
package io.ploy.connectors.polymarket.http;

import org.jspecify.annotations.NullMarked;
