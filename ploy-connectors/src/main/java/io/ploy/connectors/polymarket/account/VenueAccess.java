package io.ploy.connectors.polymarket.account;

import io.ploy.api.notify.Alert;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.data.DataVersion;
import io.ploy.connectors.polymarket.http.HttpTransport;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.relayer.RelayerRoutes;
import io.ploy.connectors.polymarket.stream.StreamMeans;
import io.ploy.connectors.polymarket.stream.UserStreamSettings;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.util.function.Consumer;

/**
 * What all accounts of a connection share.
 *
 * @param name the venue's, first part of instrument ids
 * @param exchanges that orders are signed for
 * @param transport carries the requests
 * @param markets the venue's markets
 * @param userStream how the user channel is kept
 * @param dataVersion which version of the indexer is asked
 * @param relayerRoutes which paths of the relayer are asked
 * @param streams what streams are made with
 * @param unknown counts members of answers that nobody asks for
 * @param time for everything that waits
 * @param alerts told of what a person should know
 */
public record VenueAccess(
        String name,
        Exchanges exchanges,
        HttpTransport transport,
        VenueMarkets markets,
        UserStreamSettings userStream,
        DataVersion dataVersion,
        RelayerRoutes relayerRoutes,
        StreamMeans streams,
        UnknownMembers unknown,
        TimeSource time,
        Consumer<Alert> alerts) {}
