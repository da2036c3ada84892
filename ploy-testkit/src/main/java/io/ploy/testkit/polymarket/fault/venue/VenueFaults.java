package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultKind;
import java.util.List;

/** How the venue's own faults are done. */
public final class VenueFaults {
    private VenueFaults() {}

    /**
     * All of them.
     *
     * @return by number
     */
    public static List<FaultKind> kinds() {
        return List.of(
                FaultKind.of(Fault.F10, TickMoves::new, TickMoves.TO, TickMoves.TOLD),
                FaultKind.of(
                        Fault.F17, VersionFlips::new, VersionFlips.VERSION, VersionFlips.REFUSE, VersionFlips.WIPE),
                FaultKind.of(Fault.F18, BrokenSetup::new, BrokenSetup.LINK),
                FaultKind.of(Fault.F19, SignatureTrouble::create, SignatureTrouble.HOW),
                FaultKind.of(Fault.F20, ExpiryTrouble::new, ExpiryTrouble.MARGIN, ExpiryTrouble.AHEAD),
                FaultKind.of(Fault.F21, MarketGoesAway::new, MarketGoesAway.HOW),
                FaultKind.of(Fault.F22, Restart::new, Restart.AWAY, Restart.POST_ONLY, Restart.LOST, Restart.SOCKETS),
                FaultKind.of(Fault.F23, TradingLimited::new, TradingLimited.MODE, TradingLimited.LENGTH),
                FaultKind.of(Fault.F24, HeartbeatTrouble::new, HeartbeatTrouble.HOW),
                FaultKind.of(Fault.F54, KeyLimits::new, KeyLimits.TIER, KeyLimits.HEADERS),
                FaultKind.of(
                        Fault.F57,
                        ClockAndKeys::new,
                        ClockAndKeys.HOW,
                        ClockAndKeys.SKEW,
                        ClockAndKeys.BEHIND,
                        ClockAndKeys.DRIFT),
                FaultKind.of(Fault.F58, Geography::new, Geography.HOW),
                FaultKind.of(Fault.F66, Fees::new, Fees.HOW, Fees.RATE));
    }
}
