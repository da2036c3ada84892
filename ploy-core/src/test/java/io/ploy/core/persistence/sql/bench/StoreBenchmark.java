package io.ploy.core.persistence.sql.bench;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.core.history.sql.SqlHistory;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.persistence.sql.Postgres;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long until a record is durable, alone and 64 at a time, in each store, in databases with tables that follow it, and
 * with nothing but a preallocated file that is written and flushed. Records of about 250 bytes.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class StoreBenchmark {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final AccountId ACCOUNT = new AccountId("main");
    private static final OrderRequest REQUEST = OrderRequest.buy(
                    new InstrumentId("polymarket", "7".repeat(77)), Quantity.ofShares(20), Price.parse("0.45"))
            .reason("ask 0.44 below 0.45 with 92 s to go, up by 31.20 of a mean move of 24.75");

    /** A store on the disk under the build folder, since a temporary folder is often memory. */
    @State(Scope.Benchmark)
    public static class Store {
        @Param({"segments", "sqlite", "postgresql", "sqlite+tables", "postgresql+tables"})
        String store;

        final Semaphore durable = new Semaphore(0);
        final Runnable release = durable::release;
        Path folder;
        JournalStore journal;

        @Nullable
        SqlHistory tables;

        int number;

        @Setup
        public void open() throws IOException {
            folder = folder();
            SqlJournal.Settings settings = SqlJournal.Settings.defaults("main", System::nanoTime);
            journal = switch (store) {
                case "segments" -> SegmentJournal.open(folder);
                case "sqlite", "sqlite+tables" ->
                    SqlJournal.open(SqlDatabase.sqlite(folder.resolve("ploy.db"), Duration.ofSeconds(5)), settings);
                default -> SqlJournal.open(SqlDatabase.postgres(Postgres.schema()), settings);
            };
            if (journal instanceof SqlJournal followed && store.endsWith("tables")) {
                tables = SqlHistory.follow(followed);
            }
        }

        @TearDown
        public void close() throws IOException {
            journal.close();
            if (tables != null) {
                tables.close();
            }
            delete(folder);
        }

        private static JournalRecord record(int number) {
            return new JournalRecord.IntentAccepted(new ClientOrderId(ACCOUNT, 3, number), "late-entry", REQUEST);
        }

        void append(int count) throws InterruptedException {
            long last = 0;
            for (int i = 0; i < count; i++) {
                last = journal.append(record(++number), AT);
            }
            journal.whenDurable(last, release);
            durable.acquire();
        }
    }

    /** What no store can be faster than. */
    @State(Scope.Benchmark)
    public static class Floor {
        private static final int FILE_BYTES = 64 << 20;

        Path folder;
        FileChannel file;
        long at;

        @Setup
        public void open() throws IOException {
            folder = folder();
            file = FileChannel.open(folder.resolve("floor"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.write(ByteBuffer.allocate(FILE_BYTES), 0);
            file.force(true);
        }

        @TearDown
        public void close() throws IOException {
            file.close();
            delete(folder);
        }

        void append(int bytes) throws IOException {
            at = at + bytes > FILE_BYTES ? 0 : at;
            at += file.write(ByteBuffer.allocateDirect(bytes), at);
            file.force(false);
        }
    }

    @Benchmark
    public void alone(Store state) throws InterruptedException {
        state.append(1);
    }

    @Benchmark
    public void sixtyFour(Store state) throws InterruptedException {
        state.append(64);
    }

    @Benchmark
    public void floorAlone(Floor state) throws IOException {
        state.append(250);
    }

    @Benchmark
    public void floorSixtyFour(Floor state) throws IOException {
        state.append(64 * 250);
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "store");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
