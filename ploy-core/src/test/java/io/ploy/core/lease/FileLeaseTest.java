package io.ploy.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileLeaseTest {
    private static final LeaseHolder US = new LeaseHolder("ploy run.yaml", "alpha");
    private static final LeaseHolder THEM = new LeaseHolder("another", "beta");

    @TempDir
    Path temporary;

    private Path folder() {
        return temporary.resolve("account");
    }

    @Test
    void eachTakingHasATokenOneHigher() {
        for (long token = 1; token <= 5; token++) {
            try (FileLease lease = FileLease.take(folder(), US)) {
                assertThat(lease.token()).isEqualTo(token);
                assertThat(lease.isHeld()).isTrue();
                assertThat(lease.remaining()).isGreaterThan(Duration.ofDays(10_000));
            }
        }
    }

    @Test
    void aSecondHolderIsToldWhoHasIt() {
        try (FileLease lease = FileLease.take(folder(), US)) {
            assertThatThrownBy(() -> FileLease.take(folder(), THEM))
                    .isInstanceOfSatisfying(LeaseHeldException.class, e -> {
                        assertThat(e.holder()).isEqualTo("ploy run.yaml");
                        assertThat(e.host()).isEqualTo("alpha");
                        assertThat(e.endsAt()).isEmpty();
                    })
                    .hasMessageContaining("held by ploy run.yaml on alpha until that process ends");
            assertThat(lease.isHeld()).isTrue();
        }
        try (FileLease lease = FileLease.take(folder(), THEM)) {
            assertThat(lease.token()).isEqualTo(2);
        }
    }

    @Test
    void aClosedLeaseIsNotHeldAndClosesTwice() {
        FileLease lease = FileLease.take(folder(), US);

        lease.close();
        lease.close();

        assertThat(lease.isHeld()).isFalse();
        assertThat(lease.remaining()).isZero();
    }

    @Test
    void aTokenFileThatCannotBeReadIsNeverStartedAgain() throws IOException {
        FileLease.take(folder(), US).close();
        Files.writeString(folder().resolve("lease.token"), "");

        assertThatThrownBy(() -> FileLease.take(folder(), US))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("A token must never fall back");

        Files.writeString(folder().resolve("lease.token"), "41\nnobody\nnowhere\n");
        try (FileLease lease = FileLease.take(folder(), US)) {
            assertThat(lease.token()).isEqualTo(42);
        }
    }

    @Test
    void aHolderIsOneLine() {
        assertThatThrownBy(() -> new LeaseHolder("two\nlines", "host")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LeaseHolder("", "host")).isInstanceOf(IllegalArgumentException.class);
    }
}
