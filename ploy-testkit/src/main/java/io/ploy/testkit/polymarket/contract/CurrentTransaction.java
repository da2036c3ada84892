package io.ploy.testkit.polymarket.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which transaction of the chain is being carried out, for those who write down what it does. Used on the venue's thread. */
public final class CurrentTransaction {
    private @Nullable String hash;

    /** None is. */
    public CurrentTransaction() {}

    /**
     * Carries something out as part of a transaction.
     *
     * @param transaction its hash
     * @param task what it does
     */
    public void in(String transaction, Runnable task) {
        hash = transaction;
        try {
            task.run();
        } finally {
            hash = null;
        }
    }

    /**
     * The transaction.
     *
     * @return its hash; absent while none is carried out
     */
    public Optional<String> hash() {
        return Optional.ofNullable(hash);
    }
}
