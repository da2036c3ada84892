package io.ploy.host;

import io.ploy.host.console.Console;

/** Where the process starts. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 bad input. */
    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        int exitCode = new CommandLineRunner(console, Wiring.ofProcess()).run(arguments);
        console.out().flush();
        console.err().flush();
        System.exit(exitCode);
    }
}
