package io.ploy.testkit.polymarket.fault.account;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultKind;
import java.util.List;

/** How the faults of an account's own view are done. */
public final class AccountFaults {
    private AccountFaults() {}

    /**
     * All of them.
     *
     * @return by number
     */
    public static List<FaultKind> kinds() {
        return List.of(
                FaultKind.of(Fault.F30, IdsApart::new, IdsApart.MISSING, IdsApart.LATE),
                FaultKind.of(Fault.F32, LookupOmits::new, LookupOmits.HOW, LookupOmits.LAG),
                FaultKind.of(Fault.F33, EventOrder::new, EventOrder.HOW, EventOrder.DELAY),
                FaultKind.of(Fault.F34, CrossOutcome::new, CrossOutcome.HOW, CrossOutcome.DELAY),
                FaultKind.of(Fault.F38, PositionsLie::new, PositionsLie.HOW, PositionsLie.LAG, PositionsLie.LEAST),
                FaultKind.of(Fault.F39, Pagination::new, Pagination.HOW, Pagination.HANG),
                FaultKind.of(Fault.F40, ReadsOmit::create, ReadsOmit.HOW));
    }
}
