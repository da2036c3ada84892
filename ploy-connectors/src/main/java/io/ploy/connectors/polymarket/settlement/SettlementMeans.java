package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.relayer.RelayerClient;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What a settlement is made of.
 *
 * @param wallet whose outcomes, never that of an EOA account
 * @param chain where the wallet is
 * @param signer the key that owns the wallet
 * @param relayer sends the wallet's transactions
 * @param markets the venue's markets
 * @param client says what the account has and who may take it
 * @param data the indexer, asked where balances alone do not tell
 * @param time for everything that waits
 * @param venueTime the venue's time of day
 * @param worker carries out one operation after another; one thread, closed by the owner
 * @param conversions whether shares of negative-risk events are converted
 */
public record SettlementMeans(
        Wallet wallet,
        Chain chain,
        Signer signer,
        RelayerClient relayer,
        VenueMarkets markets,
        ClobAccountClient client,
        DataClient data,
        TimeSource time,
        Supplier<Instant> venueTime,
        Executor worker,
        boolean conversions) {}
