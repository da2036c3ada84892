package io.ploy.core.deployment;

import static io.ploy.core.deployment.Facts.ANNA;
import static io.ploy.core.deployment.Facts.BUILD;
import static io.ploy.core.deployment.Facts.ID;
import static io.ploy.core.deployment.Facts.NOON;
import static io.ploy.core.deployment.Facts.draft;
import static io.ploy.core.deployment.Facts.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed, added, moved or taken away is found, and then nothing in the register counts. */
final class RegisterTamperTest {
    private static final int LINES = 5;

    @TempDir
    Path folder;

    private Path file;
    private DeploymentRegister register;
    private byte[] whole;
    private List<String> lines;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("register.jsonl");
        register = DeploymentRegister.at(file, Clock.fixed(NOON, ZoneOffset.UTC));
        register.create(draft(ID), ANNA, "x");
        register.promote(ID, ANNA, "x", Facts.ENGINE, EvidenceRules.DEFAULT);
        register.file(evidence(EvidenceKind.BACKTEST, BUILD, Verdict.WARN, NOON, NOON, NOON), List.of("w"), ANNA, "x");
        register.accept(3, ANNA, "x");
        register.promote(ID, ANNA, "x", Facts.ENGINE, EvidenceRules.DEFAULT);
        whole = Files.readAllBytes(file);
        lines = Files.readAllLines(file);
        assertThat(lines).hasSize(LINES);
    }

    private void assertFaultInLine(int from, int to) {
        RegisterReading read = register.read();
        String fault = read.fault().orElseThrow();
        assertThat(fault).startsWith(file + ", line ");
        int line = Integer.parseInt(fault.replaceAll("(?s).*?, line (\\d+):.*", "$1"));
        assertThat(line).as(fault).isBetween(from, to);
        assertThat(read.snapshot().fault()).contains(fault);
        assertThat(read.snapshot().deployments()).isEmpty();
        assertThat(read.snapshot().evidence()).isEmpty();
    }

    @Test
    void everyFlippedByteIsFoundInItsLine() throws IOException {
        int line = 1;
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            Files.write(file, changed);

            assertFaultInLine(line, line);

            line += whole[i] == '\n' ? 1 : 0;
        }
        assertThat(line).isEqualTo(LINES + 1);
    }

    @Test
    void everyFlippedBitOfOneLineIsFound() throws IOException {
        int start = lines.get(0).length() + 1;
        for (int i = start; i < start + lines.get(1).length(); i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) (1 << bit);
                Files.write(file, changed);

                assertFaultInLine(2, 2);
            }
        }
    }

    @Test
    void everyMissingByteIsFound() throws IOException {
        for (int i = 0; i < whole.length; i += 7) {
            byte[] changed = new byte[whole.length - 1];
            System.arraycopy(whole, 0, changed, 0, i);
            System.arraycopy(whole, i + 1, changed, i, whole.length - i - 1);
            Files.write(file, changed);

            assertFaultInLine(1, LINES);
        }
    }

    @Test
    void everyMissingDoubledOrMovedLineIsFound() throws IOException {
        for (int i = 0; i < LINES; i++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(i);
            Files.write(file, without);
            assertFaultInLine(i + 1, i + 1);

            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            Files.write(file, doubled);
            assertFaultInLine(i + 2, i + 2);

            if (i > 0) {
                List<String> moved = new ArrayList<>(lines);
                Collections.swap(moved, i - 1, i);
                Files.write(file, moved);
                assertFaultInLine(i, i);
            }
        }
    }

    @Test
    void aRegisterCutAnywhereIsFound() throws IOException {
        for (int length = 0; length < whole.length; length += 11) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertFaultInLine(1, LINES);
        }
        Files.delete(file);
        assertFaultInLine(1, 1);
    }

    @Test
    void everyFlippedByteOfTheHeadIsFound() throws IOException {
        byte[] head = Files.readAllBytes(Head.of(file));
        for (int i = 0; i < head.length; i++) {
            byte[] changed = head.clone();
            changed[i] ^= 1;
            Files.write(Head.of(file), changed);

            assertThat(register.read().fault()).as("byte " + i).isPresent();
        }
        Files.delete(Head.of(file));
        assertFaultInLine(LINES, LINES);
    }

    @Test
    void aChainThatSomebodyReckonedAnewIsFoundByTheHead() throws IOException {
        RegisterReading read = register.read();
        StringBuilder forged = new StringBuilder();
        String previous = Hex.ZERO;
        for (RegisterLine line : read.lines()) {
            RegisterReader.Sealed sealed = RegisterReader.seal(
                    new RegisterLine(line.number(), line.at(), line.by(), "another reason", line.entry()), previous);
            forged.append(sealed.text()).append('\n');
            previous = sealed.hash();
        }
        Files.writeString(file, forged);

        assertFaultInLine(LINES, LINES);
    }

    @Test
    void aLineThatSomebodySealedAnewIsFoundByTheNext() throws IOException {
        RegisterReading read = register.read();
        for (int i = 0; i < LINES - 1; i++) {
            RegisterLine line = read.lines().get(i);
            List<String> forged = new ArrayList<>(lines);
            forged.set(
                    i,
                    RegisterReader.seal(
                                    new RegisterLine(
                                            line.number(), line.at(), line.by(), "another reason", line.entry()),
                                    i == 0 ? Hex.ZERO : read.hashes().get(i - 1))
                            .text());
            Files.write(file, forged);

            assertFaultInLine(i + 2, i + 2);
            assertThat(register.read().fault().orElseThrow()).contains("it does not follow the line before it");
        }
    }

    @Test
    void aLineThatMakesNoSenseIsFoundHoweverWellSealed() throws IOException {
        RegisterReading read = register.read();
        RegisterReader.Sealed sealed = RegisterReader.seal(
                new RegisterLine(6, NOON, ANNA, "x", new RegisterEntry.StageChanged(ID, Stage.PAPER, Stage.LIVE)),
                read.lastHash());
        Files.writeString(file, new String(whole, StandardCharsets.UTF_8) + sealed.text() + "\n");

        assertFaultInLine(6, 6);
        assertThat(register.read().fault().orElseThrow()).contains("may not take dump-15m from PAPER to LIVE");
    }

    @Test
    void nothingIsAppendedToADamagedRegister() throws IOException {
        byte[] changed = whole.clone();
        changed[200] ^= 1;
        Files.write(file, changed);

        assertThatThrownBy(() -> register.demote(ID, Stage.RETIRED, ANNA, "x"))
                .isInstanceOf(RegisterDamagedException.class)
                .hasMessageContaining(file + ", line 1: its hash is not that of its content");
        assertThat(Files.readAllBytes(file)).isEqualTo(changed);
    }
}
