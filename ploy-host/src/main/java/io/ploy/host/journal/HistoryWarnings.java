package io.ploy.host.journal;

import io.ploy.host.console.Amounts;
import io.ploy.host.console.Console;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;

/** Says what a history does not tell. */
public final class HistoryWarnings {
    private HistoryWarnings() {}

    /**
     * Prints what is missing, if anything is.
     *
     * @param skipped how many records could not be turned into rows
     * @param damage where the journal cannot be trusted; empty if it is sound
     * @return whether it is sound
     */
    public static boolean print(Console console, int skipped, String damage) {
        Style style = console.errStyle();
        if (skipped > 0) {
            console.err()
                    .println(style.bad("ploy:") + " " + Amounts.count(skipped)
                            + " records could not be turned into rows; what follows from them is missing.");
        }
        if (!damage.isEmpty()) {
            console.err()
                    .println(style.bad("ploy:") + " " + Printable.of(damage)
                            + " The rows are those of the records before.");
        }
        return damage.isEmpty();
    }
}
