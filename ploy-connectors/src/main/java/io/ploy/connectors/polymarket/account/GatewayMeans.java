package io.ploy.connectors.polymarket.account;

import io.ploy.api.order.AccountId;
import io.ploy.api.order.VenueClock;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.UserFrames;
import io.ploy.connectors.polymarket.order.OrderMaker;
import io.ploy.connectors.polymarket.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway is made of.
 *
 * @param id our name for the account
 * @param venue first part of instrument ids
 * @param maker makes its orders
 * @param markets the venue's markets
 * @param client carries its requests
 * @param credentials signs them, and names it in trades
 * @param legs tells which legs of a trade are its own
 * @param channel its own stream
 * @param frames reads the stream's frames
 * @param heartbeats whether the venue's dead-man switch is held
 * @param modes what the venue takes for now
 * @param alerts told of what a person should know
 * @param clock the venue's, or null if it is not asked for its time
 * @param time for everything that waits
 * @param workers what waits for the network; closed with the gateway
 */
record GatewayMeans(
        AccountId id,
        String venue,
        OrderMaker maker,
        VenueMarkets markets,
        ClobAccountClient client,
        Credentials credentials,
        TradeLegs legs,
        UserChannel channel,
        UserFrames frames,
        boolean heartbeats,
        VenueModes modes,
        AccountAlerts alerts,
        @Nullable VenueClock clock,
        TimeSource time,
        Workers workers) {}
