package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.clob.TradingTerms;
import java.util.Optional;

/** Asks the order book's service how a market trades. Waits for the network. */
@FunctionalInterface
public interface TermsSource {
    /**
     * How a market trades now.
     *
     * @param conditionId which
     * @return absent if the service does not know it
     * @throws io.ploy.connectors.polymarket.http.RequestException if it could not be read
     */
    Optional<TradingTerms> terms(String conditionId);
}
