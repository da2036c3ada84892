package io.ploy.core.persistence.bench;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.core.persistence.DigestJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.SegmentJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a record costs: encoded and digested, handed over, durable alone, durable in company. Frames of about 250 bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JournalBenchmark {
    private static final int GROUP = 64;
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final JournalRecord RECORD = new JournalRecord.IntentAccepted(
            new ClientOrderId(new AccountId("main"), 3, 17),
            "late-entry",
            OrderRequest.buy(new InstrumentId("polymarket", "7".repeat(77)), Quantity.ofShares(20), Price.parse("0.45"))
                    .reason("ask 0.44 below 0.45 with 92 s to go, up by 31.20 of a mean move of 24.75"));

    /** A journal on the disk under the build folder, since a temporary folder is often memory. */
    @State(Scope.Benchmark)
    public static class Disk {
        final Semaphore flushed = new Semaphore(0);
        final Runnable release = flushed::release;
        Path folder;
        JournalStore journal;

        @Setup
        public void open() throws IOException {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "journal");
            journal = SegmentJournal.open(folder, SegmentJournal.Settings.defaults(System::nanoTime));
        }

        @TearDown
        public void close() throws IOException {
            journal.close();
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The same, with nothing on its way when an invocation begins: the disk is slower than the engine. */
    @State(Scope.Benchmark)
    public static class IdleDisk extends Disk {
        @Setup(Level.Invocation)
        public void flush() {
            journal.flush(Duration.ofSeconds(10));
        }
    }

    /** A journal that keeps nothing. */
    @State(Scope.Benchmark)
    public static class Memory {
        final JournalStore journal = new DigestJournal();
    }

    @Benchmark
    public long encodedAndDigested(Memory state) {
        return state.journal.append(RECORD, AT);
    }

    /** The engine's share: how long the engine thread is busy while the writer thread does the rest. */
    @Benchmark
    @OperationsPerInvocation(GROUP)
    public long handedOver(IdleDisk state) {
        long last = 0;
        for (int i = 0; i < GROUP; i++) {
            last = state.journal.append(RECORD, AT);
        }
        return last;
    }

    @Benchmark
    public void durableAlone(Disk state) throws InterruptedException {
        state.journal.whenDurable(state.journal.append(RECORD, AT), state.release);
        state.flushed.acquire();
    }

    @Benchmark
    @OperationsPerInvocation(GROUP)
    public void durableInCompany(Disk state) throws InterruptedException {
        long last = 0;
        for (int i = 0; i < GROUP; i++) {
            last = state.journal.append(RECORD, AT);
        }
        state.journal.whenDurable(last, state.release);
        state.flushed.acquire();
    }
}
