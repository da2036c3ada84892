package io.ploy.testkit.polymarket.fault.chain;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultKind;
import java.util.List;

/** How the faults of chain, relayer and resolution are done. */
public final class ChainFaults {
    private ChainFaults() {}

    /**
     * All of them.
     *
     * @return by number
     */
    public static List<FaultKind> kinds() {
        return List.of(
                FaultKind.of(Fault.F59, RelayerTrouble::new, RelayerTrouble.HOW),
                FaultKind.of(Fault.F60, OddResolution::new, OddResolution.HOW, OddResolution.PAYOUT),
                FaultKind.of(Fault.F61, RedeemOddities::new, RedeemOddities.HOW),
                FaultKind.of(Fault.F62, NodeTrouble::new, NodeTrouble.HOW, NodeTrouble.BLOCKS));
    }
}
