package io.ploy.core.persistence.bench;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.secret.Secret;
import io.ploy.core.persistence.DigestJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.persistence.sql.PostgresSettings;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
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
        /** Where records go. */
        @Param({"segments", "sqlite", "postgres"})
        public String store;

        final Semaphore flushed = new Semaphore(0);
        final Runnable release = flushed::release;
        Path folder;
        JournalStore journal;
        private EmbeddedPostgres server;

        @Setup
        public void open() throws IOException {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "journal");
            journal = switch (store) {
                case "sqlite" -> sql(SqlDatabase.sqlite(folder.resolve("ploy.db"), Duration.ofSeconds(10)));
                case "postgres" -> {
                    server = EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setDataDirectory(folder.resolve("postgres"))
                            .setCleanDataDirectory(false)
                            .start();
                    yield sql(SqlDatabase.postgres(new PostgresSettings(
                            "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                            "postgres",
                            new Secret("postgres".toCharArray()),
                            "bench",
                            Duration.ofSeconds(10))));
                }
                default -> SegmentJournal.open(folder, SegmentJournal.Settings.defaults(System::nanoTime));
            };
        }

        private static JournalStore sql(SqlDatabase database) {
            return SqlJournal.open(database, SqlJournal.Settings.defaults("bench", System::nanoTime));
        }

        @TearDown
        public void close() throws IOException {
            journal.close();
            if (server != null) {
                server.close();
            }
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    /** The least that storage can take: a preallocated file, written and forced, on the same disk. */
    @State(Scope.Benchmark)
    public static class Floor {
        private static final int FRAME = 250;
        private static final long SIZE = 64L << 20;

        final ByteBuffer one = ByteBuffer.allocateDirect(FRAME);
        final ByteBuffer group = ByteBuffer.allocateDirect(FRAME * GROUP);
        Path folder;
        private FileChannel file;
        private long position;

        @Setup
        public void open() throws IOException {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "floor");
            file = FileChannel.open(folder.resolve("file"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
            while (file.position() < SIZE) {
                file.write(zeros.clear());
            }
            file.force(true);
        }

        void write(ByteBuffer bytes) throws IOException {
            if (position + bytes.capacity() > SIZE) {
                position = 0;
            }
            position += file.write(bytes.clear(), position);
            file.force(false);
        }

        @TearDown
        public void close() throws IOException {
            file.close();
            delete(folder);
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

    @Benchmark
    public void floorAlone(Floor state) throws IOException {
        state.write(state.one);
    }

    @Benchmark
    @OperationsPerInvocation(GROUP)
    public void floorInCompany(Floor state) throws IOException {
        state.write(state.group);
    }
}
