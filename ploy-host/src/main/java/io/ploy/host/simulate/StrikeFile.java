package io.ploy.host.simulate;

import io.ploy.host.console.CommandFailure;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.fault.Firing;
import io.ploy.testkit.polymarket.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a run: its scenario and its strikes as comments, as they happen, and at the end the scenario that strikes again
 * exactly there. So the file is itself a scenario.
 */
final class StrikeFile implements AutoCloseable {
    private final @Nullable PrintWriter out;

    private StrikeFile(@Nullable PrintWriter out) {
        this.out = out;
    }

    static StrikeFile open(@Nullable Path file, Scenario scenario) {
        if (file == null) {
            return new StrikeFile(null);
        }
        try {
            PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
            out.println("# What was played:");
            scenario.toYaml().lines().forEach(line -> out.println("#   " + line));
            out.println("# What struck (number, venue time, name, fault, its how manieth occasion, where, what):");
            out.flush();
            return new StrikeFile(out);
        } catch (IOException e) {
            throw CommandFailure.badInput("--fault-log: " + file + " cannot be written: " + e.getMessage());
        }
    }

    void follow(PolymarketSimulator venue) {
        if (out != null) {
            venue.faultLog().listen(this::strike);
        }
    }

    private void strike(Firing firing) {
        PrintWriter to = out;
        if (to != null) {
            to.println("# " + firing);
            to.flush();
        }
    }

    void finish(PolymarketSimulator venue) {
        PrintWriter to = out;
        if (to != null) {
            venue.faultLog().flush();
            to.println("# The same again, strike for strike:");
            to.print(venue.replay().toYaml());
            to.flush();
        }
    }

    @Override
    public void close() {
        if (out != null) {
            out.close();
        }
    }
}
