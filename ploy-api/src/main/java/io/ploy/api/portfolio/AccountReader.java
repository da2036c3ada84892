package io.ploy.api.portfolio;

import io.ploy.api.Experimental;
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
     * @return fails with the transport's exception if nothing could be read, and with a
     *     {@link io.ploy.api.PloyException} if the connection is closed
     */
    CompletionStage<AccountSnapshot> read();
}
