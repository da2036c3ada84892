package io.ploy.host;

import java.io.PrintStream;

/** Where a failure happened, for those who asked. */
final class StackTraces {
    private StackTraces() {}

    static void print(Throwable failure, PrintStream out) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            out.println((at == failure ? "" : "caused by ") + at);
            for (StackTraceElement element : at.getStackTrace()) {
                out.println("    at " + element);
            }
        }
        out.flush();
    }
}
