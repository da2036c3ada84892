package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.market.Outcome;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.clob.AssetType;
import io.ploy.connectors.polymarket.clob.BalanceAllowance;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import org.jspecify.annotations.Nullable;

/** Reads what an account has of a market's outcomes and of collateral, past the venue's cache. */
final class SetBalances {
    private final ClobAccountClient client;

    SetBalances(ClobAccountClient client) {
        this.client = client;
    }

    /**
     * Reads all three.
     *
     * @throws RequestException if one could not be read
     */
    Reading read(VenueMarket market) {
        AssetType type = market.version() == MarketVersion.POSITIONS ? AssetType.CONDITIONAL_V2 : AssetType.CONDITIONAL;
        return new Reading(
                fresh(AssetType.COLLATERAL, null),
                fresh(type, token(market.market().first())),
                fresh(type, token(market.market().second())));
    }

    private BalanceAllowance fresh(AssetType type, @Nullable String token) {
        client.refreshBalanceAllowance(type, token);
        return client.balanceAllowance(type, token);
    }

    private static String token(Outcome outcome) {
        return outcome.instrument().symbol();
    }
}
