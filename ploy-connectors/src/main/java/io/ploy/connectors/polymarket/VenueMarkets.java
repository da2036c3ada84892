package io.ploy.connectors.polymarket;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketDirectory;
import io.ploy.api.market.MarketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The venue's markets with what strategies do not need.
 *
 * <p><b>Threading.</b> Thread-safe. Methods named {@code known} return at once; the others may wait for the network.
 */
public interface VenueMarkets extends MarketDirectory {
    /**
     * The open markets of the configured universe, read anew.
     *
     * @throws io.ploy.connectors.polymarket.http.RequestException if they could not all be read
     */
    List<VenueMarket> openVenueMarkets();

    /**
     * One market, read anew.
     *
     * @param id which
     * @return absent if the venue does not know it
     * @throws io.ploy.connectors.polymarket.http.RequestException if it could not be read
     */
    Optional<VenueMarket> venueMarket(MarketId id);

    /**
     * One market as it was read last.
     *
     * @param id which
     * @return absent if it was never read
     */
    Optional<VenueMarket> known(MarketId id);

    /**
     * The market of an outcome as it was read last.
     *
     * @param instrument one of its two outcomes
     * @return absent if it was never read
     */
    Optional<VenueMarket> known(InstrumentId instrument);

    /**
     * When a market was last asked for and found.
     *
     * @param id which
     * @return absent if it was never read; returns at once
     */
    Optional<Instant> readAt(MarketId id);

    /**
     * Says that a market's price step changed, as the stream has it.
     *
     * @param changed the market as it is now; its rules have a higher epoch
     */
    void update(VenueMarket changed);

    /**
     * Asks to be told of markets that are new or changed, whatever found them out.
     *
     * @param listener called from any thread, must not wait
     */
    void onChange(Consumer<VenueMarket> listener);
}
