package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.order.PreparedOrder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F63 and F64 on real processes and files. */
class ProcessFaultsTest {
    private final FaultBench bench = new FaultBench();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        bench.close();
    }

    private static Process idle() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }

    @Test
    void f63TheProcessIsKilledAtARequestThatIsLost() throws IOException {
        Process process = idle();
        try {
            bench.inject(
                    Fault.F63,
                    fault -> fault.occasions(2)
                            .where("path", "/order")
                            .with("pid", Long.toString(process.pid()))
                            .with("how", "KILL_AND_LOSE"));
            assertThat(bench.post(bench.buy("10", "0.10")).status()).isEqualTo(200);
            assertThat(process.isAlive()).isTrue();
            PreparedOrder second = bench.sign(bench.buy("10", "0.11"));
            assertThat(bench.tryPost(second)).isEmpty();
            await().atMost(FaultBench.PATIENCE).until(() -> !process.isAlive());
            assertThat(bench.order(second)).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void f63TheProcessIsPausedAndGoesOn() throws IOException {
        Process process = idle();
        try {
            bench.inject(
                    Fault.F63,
                    fault -> fault.with("pid", Long.toString(process.pid()))
                            .with("how", "PAUSE")
                            .with("pause", "300ms"));
            Path state = Path.of("/proc/" + process.pid() + "/stat");
            await().atMost(FaultBench.PATIENCE)
                    .until(() -> Files.readString(state).contains(" T "));
            await().atMost(FaultBench.PATIENCE)
                    .until(() -> !Files.readString(state).contains(" T "));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void f63TheVenueDoesNotKillItself() {
        String own = Long.toString(ProcessHandle.current().pid());
        assertThatThrownBy(() -> bench.inject(Fault.F63, fault -> fault.with("pid", own)))
                .hasMessageContaining("the venue's own process");
    }

    @Test
    void f64TheTailOfAFileIsTorn() throws IOException {
        Path file = Files.write(folder.resolve("journal"), new byte[100]);
        bench.inject(Fault.F64, fault -> fault.with("file", folder.toString()).with("bytes", "9"));
        assertThat(Files.size(file)).isEqualTo(91);
    }

    @Test
    void f64OneBitOfAFileIsTurned() throws IOException {
        Path file = Files.write(folder.resolve("journal"), new byte[100]);
        bench.inject(Fault.F64, fault -> fault.with("file", file.toString()).with("how", "BIT_FLIP"));
        byte[] bytes = Files.readAllBytes(file);
        int bits = 0;
        for (byte each : bytes) {
            bits += Integer.bitCount(each & 0xFF);
        }
        assertThat(bits).isOne();
        assertThat(Arrays.equals(bytes, new byte[100])).isFalse();
    }

    @Test
    void f64AFileIsLockedForAWhile() throws IOException {
        Path file = Files.write(folder.resolve("journal"), new byte[100]);
        bench.inject(Fault.F64, fault -> fault.with("file", file.toString()).with("how", "LOCKED"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThatThrownBy(channel::tryLock).isInstanceOf(OverlappingFileLockException.class);
            bench.venue.stopFaults();
            assertThat(channel.tryLock()).isNotNull();
        }
    }
}
