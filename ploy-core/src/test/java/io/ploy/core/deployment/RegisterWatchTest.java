package io.ploy.core.deployment;

import static io.ploy.core.deployment.Facts.ANNA;
import static io.ploy.core.deployment.Facts.ID;
import static io.ploy.core.deployment.Facts.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegisterWatchTest {
    @TempDir
    Path folder;

    private Path file;
    private DeploymentRegister register;

    @BeforeEach
    void write() {
        file = folder.resolve("register.jsonl");
        register = DeploymentRegister.at(file, new Facts.MovedClock());
    }

    @Test
    void whatOthersAppendIsNoticed() {
        register.create(draft(ID), ANNA, "x");
        RegisterWatch watch = new RegisterWatch(file);
        RegisterSnapshot first = watch.snapshot();
        assertThat(watch.refresh()).isFalse();
        assertThat(watch.snapshot()).isSameAs(first);

        register.promote(ID, ANNA, "x", Facts.ENGINE, EvidenceRules.DEFAULT);

        assertThat(watch.refresh()).isTrue();
        assertThat(watch.snapshot().deployment(ID).orElseThrow().stage()).isEqualTo(Stage.BACKTEST);
        assertThat(first.deployment(ID).orElseThrow().stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void withoutARegisterNothingIsBelievedUntilThereIsOne() {
        RegisterWatch watch = new RegisterWatch(file);
        assertThat(watch.snapshot().fault().orElseThrow()).contains("there is no register at " + file);
        assertThat(watch.refresh()).isFalse();

        register.create(draft(ID), ANNA, "x");

        assertThat(watch.refresh()).isTrue();
        assertThat(watch.snapshot().fault()).isEmpty();
    }

    @Test
    void damageEndsAllBeliefAndRepairBringsItBack() throws IOException {
        register.create(draft(ID), ANNA, "x");
        RegisterWatch watch = new RegisterWatch(file);
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = new byte[whole.length + 1];
        System.arraycopy(whole, 0, changed, 0, 100);
        System.arraycopy(whole, 100, changed, 101, whole.length - 100);
        changed[100] = 'x';

        Files.write(file, changed);
        assertThat(watch.refresh()).isTrue();
        assertThat(watch.snapshot().fault().orElseThrow()).contains(file + ", line 1: ");
        assertThat(watch.snapshot().deployments()).isEmpty();

        Files.write(file, whole);
        assertThat(watch.refresh()).isTrue();
        assertThat(watch.snapshot().fault()).isEmpty();
        assertThat(watch.snapshot().deployments()).hasSize(1);
    }

    @Test
    void anotherRegisterInItsPlaceIsNotBelieved() throws IOException {
        register.create(draft(ID), ANNA, "x");
        RegisterWatch watch = new RegisterWatch(file);

        Files.delete(file);
        Files.delete(Head.of(file));
        register.create(draft(ID), ANNA, "a line that was not there before");

        assertThat(watch.refresh()).isTrue();
        assertThat(watch.snapshot().fault().orElseThrow()).contains("the register was replaced");
    }
}
