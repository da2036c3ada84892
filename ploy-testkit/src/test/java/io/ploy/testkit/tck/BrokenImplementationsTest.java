package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.core.persistence.DigestJournal;
import io.ploy.core.persistence.JournalStore;
import io.ploy.testkit.junit.OpenAccount;
import io.ploy.testkit.junit.SimulatedPolymarket;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What does not keep a promise fails the test of that promise. */
@Tag("slow")
class BrokenImplementationsTest {
    @ParameterizedTest
    @CsvSource({
        "SendsLate, anOrderThatIsTooLateIsNotSent",
        "SendsMoreThanWasAsked, anOrderRestsIsFoundAndIsCancelled",
        "SaysRefusedOfWhatIsOpen, anOrderThatIsSentTwiceIsOneOrderAndIsNotBelievedGone",
        "SaysMissingOfWhatIsOpen, anOrderRestsIsFoundAndIsCancelled",
        "SaysFoundOfWhatIsNot, anOrderTheVenueNeverSawIsNeitherFoundNorCancelled",
        "LeavesOutOpenOrders, aSweepNamesEveryOpenOrderAndNoOther",
        "CallsCutSweepsWhole, aSweepNamesEveryOpenOrderAndNoOther",
        "CancelsNothing, cancellingEverythingClosesEveryOrder",
        "SaysNothingOfTheStream, theStreamOfTheAccountIsSaidToBeThere",
        "LeavesOutZeros, theReaderNamesWhatItIsAskedForAlsoWhereNothingIsHeld",
        "SignsAnewEachTime, oneDraftMakesOneOrderAndNothingLeaves",
        "KeepsNoRecords, replayShowsWhatWasAppendedInOrder"
    })
    void itIsFoundOut(String broken, String promise) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(getClass().getName() + "$" + broken, promise))
                                .build(),
                        summary);

        assertThat(summary.getSummary().getTestsStartedCount()).isEqualTo(1);
        assertThat(summary.getSummary().getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException()).isInstanceOf(AssertionError.class));
    }

    static class KeepsNoRecords extends JournalStoreTck {
        @Override
        protected JournalStore open() {
            JournalStore digest = new DigestJournal();
            return (JournalStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {JournalStore.class},
                    (self, method, arguments) ->
                            method.getName().equals("replay") ? null : invoke(digest, method, arguments));
        }

        @Override
        protected boolean outlivesTheStore() {
            return false;
        }

        @Override
        protected Optional<Runnable> holdFlushes() {
            return Optional.empty();
        }
    }

    static class SendsLate extends Broken {
        SendsLate() {
            super(gateway -> new Delegating(gateway) {
                @Override
                public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
                    return super.prepare(draft, doNotSendAfter.plus(Duration.ofHours(1)));
                }
            });
        }
    }

    static class SendsMoreThanWasAsked extends Broken {
        SendsMoreThanWasAsked() {
            super(gateway -> new Delegating(gateway) {
                private PreparedOrder another;

                @Override
                public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
                    another = super.prepare(salted(draft, draft.salt() + 500), doNotSendAfter);
                    return super.prepare(draft, doNotSendAfter);
                }

                @Override
                public void send(PreparedOrder order) {
                    super.send(another);
                    super.send(order);
                }
            });
        }
    }

    static class SaysRefusedOfWhatIsOpen extends Broken {
        SaysRefusedOfWhatIsOpen() {
            super(gateway -> new Delegating(gateway) {
                private final Set<VenueOrderId> sent = new HashSet<>();
                private GatewayListener told;

                @Override
                public void start(GatewayListener listener) {
                    told = listener;
                    super.start(listener);
                }

                @Override
                public void send(PreparedOrder order) {
                    if (!sent.add(order.venueOrderId())) {
                        told.onEvidence(OrderEvidence.of(
                                order.venueOrderId(), OrderEvidence.Kind.REFUSED, "duplicate", Instant.EPOCH));
                    }
                    super.send(order);
                }
            });
        }
    }

    static class SaysMissingOfWhatIsOpen extends Broken {
        SaysMissingOfWhatIsOpen() {
            super(gateway -> telling(gateway, "onLookedUp", said -> with((LookUp) said, LookUp.Result.MISSING)));
        }
    }

    static class SaysFoundOfWhatIsNot extends Broken {
        SaysFoundOfWhatIsNot() {
            super(gateway -> telling(gateway, "onLookedUp", said -> with((LookUp) said, LookUp.Result.FOUND)));
        }
    }

    private static LookUp with(LookUp said, LookUp.Result result) {
        return new LookUp(said.order(), result, said.beganAt(), said.at(), said.detail());
    }

    static class LeavesOutOpenOrders extends Broken {
        LeavesOutOpenOrders() {
            super(gateway -> telling(gateway, "onSwept", said -> with((Sweep) said, Set.of())));
        }
    }

    /** It knows orders of before, but not which of them are open. */
    static class CallsCutSweepsWhole extends Broken {
        CallsCutSweepsWhole() {
            super(gateway -> {
                Set<VenueOrderId> everOpen = new HashSet<>();
                return telling(gateway, "onSwept", said -> {
                    everOpen.addAll(((Sweep) said).open());
                    return with((Sweep) said, everOpen);
                });
            });
        }
    }

    private static Sweep with(Sweep said, Set<VenueOrderId> open) {
        return new Sweep(said.since(), open, true, said.beganAt(), said.at(), said.detail());
    }

    static class CancelsNothing extends Broken {
        CancelsNothing() {
            super(gateway -> new Delegating(gateway) {
                @Override
                public void cancelAll() {
                    // Too late.
                }
            });
        }
    }

    static class SaysNothingOfTheStream extends Broken {
        SaysNothingOfTheStream() {
            super(gateway -> telling(gateway, "onStream", said -> false));
        }
    }

    static class LeavesOutZeros extends Broken {
        LeavesOutZeros() {
            super(gateway -> gateway);
        }

        @Override
        AccountReader reader(AccountReader real) {
            return asked -> real.read();
        }
    }

    /** A gateway that changes what it tells with one method of its listener. */
    private static OrderGateway telling(OrderGateway gateway, String method, UnaryOperator<Object> change) {
        return new Delegating(gateway) {
            @Override
            public void start(GatewayListener listener) {
                super.start((GatewayListener) Proxy.newProxyInstance(
                        GatewayListener.class.getClassLoader(),
                        new Class<?>[] {GatewayListener.class},
                        (self, called, arguments) -> {
                            if (called.getName().equals(method)) {
                                arguments[0] = change.apply(arguments[0]);
                            }
                            return invoke(listener, called, arguments);
                        }));
            }
        };
    }

    static class SignsAnewEachTime extends Broken {
        SignsAnewEachTime() {
            super(gateway -> new Delegating(gateway) {
                private long calls;

                @Override
                public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
                    calls++;
                    return super.prepare(salted(draft, draft.salt() + 500 * calls), doNotSendAfter);
                }
            });
        }
    }

    @SimulatedPolymarket(world = "longdated:questions=1;newer=0", accounts = @OpenAccount(name = "main"))
    abstract static class Broken extends PolymarketTrial {
        private final UnaryOperator<OrderGateway> how;

        Broken(UnaryOperator<OrderGateway> how) {
            this.how = how;
        }

        @Override
        protected VenueConnector connector() {
            VenueConnector real = super.connector();
            return wrap(
                    VenueConnector.class,
                    real,
                    Map.of(
                            "connect",
                            connection -> wrap(VenueConnection.class, connection, Map.of("account", this::account))));
        }

        AccountReader reader(AccountReader real) {
            return real;
        }

        private Object account(Object real) {
            OrderGateway gateway = how.apply(((VenueAccount) real).gateway());
            AccountReader reader = reader(((VenueAccount) real).reader());
            return wrap(VenueAccount.class, real, Map.of("gateway", unused -> gateway, "reader", unused -> reader));
        }
    }

    /** The same, but for what some of its methods answer. */
    private static <T> T wrap(Class<T> type, Object real, Map<String, UnaryOperator<Object>> changed) {
        Map<String, Object> answers = new HashMap<>();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    UnaryOperator<Object> change = changed.get(method.getName());
                    return change == null
                            ? invoke(real, method, arguments)
                            : answers.computeIfAbsent(
                                    method.getName(), name -> change.apply(invoke(real, method, arguments)));
                }));
    }

    private static Object invoke(Object real, Method method, Object[] arguments) {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OrderDraft salted(OrderDraft draft, long salt) {
        return new OrderDraft(draft.id(), draft.attempt(), draft.request(), draft.market(), salt, draft.decidedAt());
    }

    private static class Delegating implements OrderGateway {
        private final OrderGateway real;

        Delegating(OrderGateway real) {
            this.real = real;
        }

        @Override
        public void start(GatewayListener listener) {
            real.start(listener);
        }

        @Override
        public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
            return real.prepare(draft, doNotSendAfter);
        }

        @Override
        public void send(PreparedOrder order) {
            real.send(order);
        }

        @Override
        public void cancel(VenueOrderId order) {
            real.cancel(order);
        }

        @Override
        public void cancelAll() {
            real.cancelAll();
        }

        @Override
        public void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt) {
            real.lookUp(order, instrument, sentAt);
        }

        @Override
        public void sweep(Instant since) {
            real.sweep(since);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
