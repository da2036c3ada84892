package io.ploy.host.config;

import io.ploy.host.console.CommandFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a file, so that it is mended in one go. */
final class Faults {
    private final List<Fault> found = new ArrayList<>();

    void add(Place place, String what) {
        found.add(new Fault(place, what));
    }

    /** Refuses the file if anything was found. */
    void raise() {
        if (!found.isEmpty()) {
            throw CommandFailure.badInput(found.stream()
                    .sorted(Comparator.comparingInt(fault -> fault.place().line()))
                    .map(fault -> fault.place() + ": " + fault.what())
                    .collect(Collectors.joining("\n")));
        }
    }

    private record Fault(Place place, String what) {}
}
