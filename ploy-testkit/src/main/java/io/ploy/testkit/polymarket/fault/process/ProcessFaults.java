package io.ploy.testkit.polymarket.fault.process;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultKind;
import java.util.List;

/** How the faults of the process under test are done. */
public final class ProcessFaults {
    private ProcessFaults() {}

    /**
     * All of them.
     *
     * @return by number
     */
    public static List<FaultKind> kinds() {
        return List.of(
                FaultKind.of(Fault.F63, Kill::new, Kill.PID, Kill.HOW, Kill.PAUSE),
                FaultKind.of(Fault.F64, Storage::new, Storage.FILE, Storage.HOW, Storage.BYTES));
    }
}
