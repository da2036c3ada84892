package io.ploy.testkit.polymarket.fault.transport;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultKind;
import java.util.List;

/** How the faults of the transport are done. */
public final class TransportFaults {
    private TransportFaults() {}

    /**
     * All of them.
     *
     * @return by number
     */
    public static List<FaultKind> kinds() {
        return List.of(
                FaultKind.of(Fault.F44, BadSocket::new, BadSocket.HOW, BadSocket.CODE, BadSocket.LATE),
                FaultKind.of(Fault.F51, HandshakeRefused::create, HandshakeRefused.STATUS),
                FaultKind.of(
                        Fault.F53,
                        EdgeRefusal::create,
                        EdgeRefusal.STATUS,
                        EdgeRefusal.RETRY_AFTER,
                        EdgeRefusal.SECONDS),
                FaultKind.of(Fault.F55, Http2Trouble::new, Http2Trouble.HOW),
                FaultKind.of(Fault.F56, BelowHttp::new, BelowHttp.HOW));
    }
}
