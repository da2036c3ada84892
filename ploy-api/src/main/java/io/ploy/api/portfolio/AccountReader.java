package io.ploy.api.portfolio;

import io.ploy.api.Experimental;
import io.ploy.api.market.InstrumentId;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Reads what a venue says about an account.
 *
 * <p><b>Threading.</b> Returns without waiting.
 */
@Experimental
public interface AccountReader {
    /**
     * Reads balances and holdings.
     *
     * @param instruments what must be read even if nothing says it is held; the answer names each, with zero where nothing is
     * @return fails with the transport's exception if nothing could be read, and with a
     *     {@link io.ploy.api.PloyException} if the connection is closed
     */
    CompletionStage<AccountSnapshot> read(Set<InstrumentId> instruments);

    /**
     * Reads balances and whatever is held.
     *
     * @return as {@link #read(Set)}
     */
    default CompletionStage<AccountSnapshot> read() {
        return read(Set.of());
    }
}
