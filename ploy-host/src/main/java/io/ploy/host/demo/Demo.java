package io.ploy.host.demo;

import io.ploy.host.console.Console;
import io.ploy.host.console.Interruption;
import io.ploy.host.console.JsonText;

/** Shows a demo from beginning to end. */
public final class Demo {
    private final Console console;
    private final DemoRunner runner;

    /** A demo on these streams. */
    public Demo(Console console, DemoRunner runner) {
        this.console = console;
        this.runner = runner;
    }

    /**
     * Plays it and prints its summary.
     *
     * @param json whether to print one JSON object at the end and nothing else
     * @return false if it was ended early
     */
    public boolean play(DemoRequest request, boolean json) {
        try (Interruption interruption = Interruption.install()) {
            DemoBoard board;
            DemoOutcome outcome;
            try (DemoShow show = show(interruption, request, json)) {
                board = show.board();
                outcome = runner.run(request, show);
            }
            DemoSummary summary = new DemoSummary(request, outcome, board);
            if (json) {
                console.out().print(JsonText.of(summary.json()));
            } else {
                summary.lines(console.outStyle()).forEach(console.out()::println);
            }
            console.out().flush();
            return !interruption.isAsked();
        }
    }

    private DemoShow show(Interruption interruption, DemoRequest request, boolean json) {
        if (json) {
            return DemoShow.silent(console, interruption::await, request);
        }
        return console.canDraw()
                ? DemoShow.live(console, interruption, request)
                : DemoShow.lines(console, interruption::await, request);
    }
}
