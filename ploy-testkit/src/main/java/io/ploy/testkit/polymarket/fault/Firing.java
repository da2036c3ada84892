package io.ploy.testkit.polymarket.fault;

import java.time.Instant;

/**
 * One strike of a fault.
 *
 * @param number counts a venue's strikes, from 1
 * @param at venue time
 * @param name of the injected fault
 * @param fault which
 * @param occasion the number of the occasion it struck, of those that fitted, from 1
 * @param where what it struck
 * @param what it did exactly; may be empty
 */
public record Firing(long number, Instant at, String name, Fault fault, long occasion, String where, String what) {
    /** One line of a log. */
    @Override
    public String toString() {
        String line = number + " " + at + " " + name + " " + fault + " #" + occasion + " " + where;
        return what.isEmpty() ? line : line + ": " + what;
    }
}
