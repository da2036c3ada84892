package io.ploy.testkit.polymarket.fault.stream;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultKind;
import java.util.List;

/** How the faults of the streams are done. */
public final class StreamFaults {
    private StreamFaults() {}

    /**
     * All of them.
     *
     * @return by number
     */
    public static List<FaultKind> kinds() {
        return List.of(
                FaultKind.of(Fault.F41, SilentConnection::new, SilentConnection.LENGTH, SilentConnection.SHARE),
                FaultKind.of(Fault.F42, SilentAsset::new, SilentAsset.SHARE, SilentAsset.RESCUE),
                FaultKind.of(Fault.F43, SubscriptionLimits::new, SubscriptionLimits.MOST),
                FaultKind.of(Fault.F45, DeltaLoss::new, DeltaLoss.HOW, DeltaLoss.DELAY),
                FaultKind.of(Fault.F46, OddBook::new, OddBook.HOW, OddBook.LENGTH),
                FaultKind.of(Fault.F47, UglyLevels::new, UglyLevels.HOW, UglyLevels.LAG),
                FaultKind.of(Fault.F48, OddFrame::new, OddFrame.HOW, OddFrame.SIZE),
                FaultKind.of(Fault.F49, Burst::new, Burst.RATE, Burst.LENGTH, Burst.SILENCE),
                FaultKind.of(Fault.F50, UserGap::new, UserGap.LENGTH, UserGap.CLOSE),
                FaultKind.of(Fault.F52, LifecycleMissing::new, LifecycleMissing.EVENT, LifecycleMissing.LATE));
    }
}
