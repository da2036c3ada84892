package io.ploy.host.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Which process a host is.
 *
 * @param pid its number
 * @param started when it began, as the system says, since numbers are used again; empty if it says nothing
 */
record HostProcess(long pid, String started) {
    static HostProcess current() {
        return of(ProcessHandle.current());
    }

    private static HostProcess of(ProcessHandle process) {
        return new HostProcess(
                process.pid(),
                process.info().startInstant().map(Instant::toString).orElse(""));
    }

    static HostProcess of(ObjectNode status) {
        return new HostProcess(
                status.path("pid").asLong(), status.path("processStarted").asText());
    }

    ObjectNode addTo(ObjectNode status) {
        return status.put("pid", pid).put("processStarted", started);
    }

    /** Whether it is there, also if it is frozen. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> of(process).equals(this))
                .isPresent();
    }
}
