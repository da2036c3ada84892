package io.ploy.testkit.polymarket.scenario;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultKind;
import io.ploy.testkit.polymarket.fault.account.AccountFaults;
import io.ploy.testkit.polymarket.fault.chain.ChainFaults;
import io.ploy.testkit.polymarket.fault.entry.EntryFaults;
import io.ploy.testkit.polymarket.fault.process.ProcessFaults;
import io.ploy.testkit.polymarket.fault.settle.SettlementFaults;
import io.ploy.testkit.polymarket.fault.stream.StreamFaults;
import io.ploy.testkit.polymarket.fault.transport.TransportFaults;
import io.ploy.testkit.polymarket.fault.venue.VenueFaults;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How every fault is done. */
public final class FaultKinds {
    private static final Map<Fault, FaultKind> ALL = all();

    private FaultKinds() {}

    private static Map<Fault, FaultKind> all() {
        Map<Fault, FaultKind> all = new EnumMap<>(Fault.class);
        Stream.of(
                        EntryFaults.kinds(),
                        VenueFaults.kinds(),
                        SettlementFaults.kinds(),
                        AccountFaults.kinds(),
                        StreamFaults.kinds(),
                        TransportFaults.kinds(),
                        ChainFaults.kinds(),
                        ProcessFaults.kinds())
                .flatMap(List::stream)
                .forEach(kind -> {
                    if (all.put(kind.fault(), kind) != null) {
                        throw new IllegalStateException(kind.fault() + " is done twice");
                    }
                });
        return all;
    }

    /**
     * How a fault is done.
     *
     * @param fault which
     * @return its kind
     * @throws IllegalArgumentException if the venue cannot inject it
     */
    public static FaultKind of(Fault fault) {
        FaultKind kind = ALL.get(fault);
        if (kind == null) {
            throw new IllegalArgumentException(
                    fault + " (" + fault.title() + ") happens inside the process under test: see BadGuest");
        }
        return kind;
    }

    /**
     * Whether the venue can inject a fault.
     *
     * @param fault which
     * @return false for what happens inside the process under test
     */
    public static boolean isInjected(Fault fault) {
        return ALL.containsKey(fault);
    }

    /**
     * What can be set.
     *
     * @param fault which
     * @return every parameter with its range and default
     */
    public static List<Parameter<?>> parameters(Fault fault) {
        return of(fault).parameters();
    }
}
