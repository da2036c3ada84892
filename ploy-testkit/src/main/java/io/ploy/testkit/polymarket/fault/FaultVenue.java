package io.ploy.testkit.polymarket.fault;

import io.ploy.testkit.polymarket.limit.SignerLimits;
import io.ploy.testkit.polymarket.mode.ModeSwitch;
import io.ploy.testkit.polymarket.order.OrderReader;
import io.ploy.testkit.polymarket.order.OrderVerifier;
import io.ploy.testkit.polymarket.record.LedgerRecords;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.site.SiteService;
import io.ploy.testkit.polymarket.state.VenueState;
import java.util.List;
import java.util.function.Supplier;

/**
 * What faults can get hold of.
 *
 * @param state markets, books, money, accounts
 * @param records orders and trades as the APIs tell them
 * @param mode what the engine accepts
 * @param limits the buckets of keys
 * @param site where requests come from
 * @param reader reads posted orders
 * @param verifier knows their hashes
 * @param counterparty trades where a fault needs somebody to
 * @param sockets the open WebSockets
 * @param connections the open connections
 */
public record FaultVenue(
        VenueState state,
        LedgerRecords records,
        ModeSwitch mode,
        SignerLimits limits,
        SiteService site,
        OrderReader reader,
        OrderVerifier verifier,
        Counterparty counterparty,
        Supplier<List<LiveSocket>> sockets,
        Supplier<List<LiveConnection>> connections) {}
