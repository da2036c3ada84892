package io.ploy.testkit.crash;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** An account reader with points before each call and before what comes of it. */
final class CrashingReader implements AccountReader {
    private final AccountReader reader;
    private final Crash crash;

    CrashingReader(AccountReader reader, Crash crash) {
        this.reader = reader;
        this.crash = crash;
    }

    @Override
    public CompletionStage<AccountSnapshot> read(Set<InstrumentId> instruments) {
        crash.pass("read");
        return reader.read(instruments).thenApply(snapshot -> {
            crash.pass("was read");
            return snapshot;
        });
    }
}
