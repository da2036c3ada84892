package io.ploy.testkit.polymarket.fault.entry;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultKind;
import java.util.List;

/** How the faults of order entry are done. */
public final class EntryFaults {
    private EntryFaults() {}

    /**
     * All of them.
     *
     * @return by number
     */
    public static List<FaultKind> kinds() {
        return List.of(
                FaultKind.of(Fault.F01, Lost::acceptedThenCut, Lost.CUT, Lost.BYTES, Lost.END),
                FaultKind.of(Fault.F02, Lost::dropped, Lost.END),
                FaultKind.of(Fault.F03, LateAnswer::new, LateAnswer.HOLD, LateAnswer.THEN),
                FaultKind.of(Fault.F04, Refused::oddResend, Refused.RESEND),
                FaultKind.of(Fault.F05, Refused::errorOnExecution, Refused.CREATED, Refused.ERROR_TEXT),
                FaultKind.of(Fault.F06, StaleBalances::new, StaleBalances.LAG, StaleBalances.CLEARS),
                FaultKind.of(Fault.F07, LeakedReservation::new, LeakedReservation.AMOUNT, LeakedReservation.PER_MATCH),
                FaultKind.of(Fault.F08, Refused::precision, Refused.MAKER_DECIMALS, Refused.TAKER_DECIMALS),
                FaultKind.of(Fault.F09, Refused::minimum, Refused.MIN_SHARES, Refused.MIN_NOTIONAL),
                FaultKind.of(Fault.F11, Against::postOnlyCrosses, Against.SHARES),
                FaultKind.of(
                        Fault.F12,
                        OddFillAndKill::new,
                        OddFillAndKill.OUTCOME,
                        OddFillAndKill.SHARE,
                        OddFillAndKill.DELAY),
                FaultKind.of(Fault.F13, Refused::fillOrKill, Refused.STATUS),
                FaultKind.of(Fault.F14, Delayed::new, Delayed.DELAY, Delayed.THEN),
                FaultKind.of(Fault.F15, BatchTrouble::new, BatchTrouble.HOW, BatchTrouble.LEG, BatchTrouble.BYTES),
                FaultKind.of(Fault.F16, Against::moreShares, Against.TICKS, Against.SHARES),
                FaultKind.of(Fault.F35, Against::residual),
                FaultKind.of(Fault.F36, CancelRace::new, CancelRace.HOW, CancelRace.DELAY),
                FaultKind.of(Fault.F37, Lost::sweepMisses, Lost.DELAY));
    }
}
