package io.ploy.core;

import io.ploy.api.PloyException;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What an account holds when its journal begins. */
final class OpeningAccount {
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private OpeningAccount() {}

    /**
     * Asks for it, and waits.
     *
     * @param reader null where nothing reads it
     * @param cash what it holds then
     * @throws PloyException if it was not read completely
     */
    static AccountSnapshot read(@Nullable AccountReader reader, Cash cash) {
        if (reader == null) {
            return new AccountSnapshot(cash, Map.of(), true, Instant.EPOCH);
        }
        try {
            AccountSnapshot account = reader.read().toCompletableFuture().get(WITHIN.toSeconds(), TimeUnit.SECONDS);
            if (!account.complete()) {
                throw new PloyException("the venue's answer about the account is incomplete, so trading does not start;"
                        + " try again when the venue answers in full");
            }
            return account;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PloyException("interrupted while the account was read", e);
        } catch (ExecutionException e) {
            throw new PloyException("the account could not be read: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new PloyException("the account was not read within " + WITHIN.toSeconds() + " s", e);
        }
    }
}
