package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderGateway;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.risk.Domains;
import io.ploy.core.risk.Limit;
import io.ploy.host.control.ActiveCause;
import io.ploy.host.control.ControlAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.Mockito;

/** What a person does about an engine that answers nothing: it was never started. */
@Timeout(20)
class AccountControlsTest {
    private final AtomicInteger cancels = new AtomicInteger();
    private final Ploy ploy = Ploy.builder(new AccountId("main"), Mockito.mock(OrderGateway.class))
            .journal(new InMemoryJournal())
            .build();
    private final AccountControls controls = new AccountControls(
            ploy, new KnownScopes(Set.of("far"), Domains.USUAL, List::of), cancels::incrementAndGet);

    @AfterEach
    void close() {
        ploy.close();
    }

    @Test
    void aKillClosesTheGateAndAsksTheVenueWithoutTheEngine() {
        controls.kill("anna", "it hangs");

        assertThat(controls.isKilled()).isTrue();
        assertThat(cancels).hasValue(1);
        assertThat(controls.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.name()).isEqualTo("kill-switch");
            assertThat(cause.who()).isEqualTo("anna");
            assertThat(cause.why()).isEqualTo("it hangs");
        });
        assertThat(controls.waits()).isEmpty();
    }

    @Test
    void aResetClearsWhatItNamesAndSaysWhatStillHalts() {
        assertThat(controls.stop(Scope.ACCOUNT, Stop.HALT, "anna", "odd").done())
                .isTrue();

        assertThat(controls.reset(Scope.ACCOUNT, List.of("moon"), "anna", "seen")
                        .lines())
                .containsExactly("account: moon was not set", "account: kill-switch still halts");
        assertThat(controls.reset(Scope.ACCOUNT, List.of("kill-switch"), "anna", "seen")
                        .done())
                .isTrue();
        assertThat(controls.causes())
                .extracting(ActiveCause::name)
                .containsExactlyInAnyOrder("unreconciled", "second-step");
    }

    @Test
    void cashIsBookedAndSaidToBe() {
        assertThat(controls.book(CashKind.REWARD, Cash.parse("1.25"), "anna", "March")
                        .lines())
                .containsExactly("Booked 1.25 USD as reward: cash moved by it");
        assertThat(ploy.portfolio().balance().settled()).isEqualTo(Cash.parse("1.25"));

        ControlAnswer refused = controls.book(CashKind.WITHDRAWAL, Cash.ofUsd(-2), "anna", "paid out");
        assertThat(refused.done()).isFalse();
        assertThat(refused.lines())
                .containsExactly("Not booked -2 USD as withdrawal: the books hold 1.25 USD, so 2 USD cannot have gone");
        assertThat(ploy.portfolio().balance().settled()).isEqualTo(Cash.parse("1.25"));
    }

    @Test
    void limitsAreTightenedAndLoosenedOnlyOnPurpose() {
        assertThat(controls.limits(Scope.ACCOUNT, Map.of("maxOpenOrders", "5"), false, "anna", "quiet night")
                        .done())
                .isTrue();
        assertThat(ploy.operator().limits().raw(Limit.MAX_OPEN_ORDERS)).isEqualTo(5);

        ControlAnswer refused = controls.limits(Scope.ACCOUNT, Map.of("maxOpenOrders", "6"), false, "anna", "bold");
        assertThat(refused.done()).isFalse();
        assertThat(refused.lines()).containsExactly("would allow more: maxOpenOrders 5 to 6. Nothing was changed.");
        assertThat(controls.limits(Scope.ACCOUNT, Map.of("maxOpenOrders", "6"), true, "anna", "bold")
                        .done())
                .isTrue();
        assertThat(ploy.operator().limits().raw(Limit.MAX_OPEN_ORDERS)).isEqualTo(6);
    }

    @Test
    void aLimitThatIsNoneIsRefusedWithThoseThereAre() {
        assertThat(controls.limits(Scope.ACCOUNT, Map.of("maxOrders", "5"), false, "anna", "x")
                        .lines())
                .singleElement()
                .asString()
                .startsWith("there is no limit 'maxOrders', there are maxOrderQuantity, ");
        assertThat(controls.limits(Scope.ACCOUNT, Map.of("maxOpenOrders", "many"), false, "anna", "x")
                        .done())
                .isFalse();
    }

    @Test
    void whatIsAskedForAStrategyThatIsNotThereIsRefused() {
        Scope typo = Scope.strategy("fra");

        assertThat(controls.stop(typo, Stop.HALT, "anna", "odd").lines())
                .containsExactly("There is no strategy:fra here, allowed are far. Nothing was stopped.");
        assertThat(controls.limits(typo, Map.of("maxOpenOrders", "5"), false, "anna", "odd")
                        .lines())
                .containsExactly("There is no strategy:fra here, allowed are far. Nothing was changed.");
        assertThat(controls.causes()).isEmpty();
        assertThat(controls.stop(Scope.strategy("far"), Stop.HALT, "anna", "odd")
                        .done())
                .isTrue();
    }

    @Test
    void whatIsMistypedDoesNotPassForStopped() {
        Market market = Market.builder(
                        new MarketId("sim", "7"),
                        new Outcome("Yes", new InstrumentId("sim", "7y")),
                        new Outcome("No", new InstrumentId("sim", "7n")),
                        TradingRules.builder(TickSize.CENT).build())
                .event(new Event(new EventId("sim", "e"), "", EventStructure.EXCLUSIVE, 1, List.of()))
                .build();
        KnownScopes known = new KnownScopes(Set.of("far"), Domains.USUAL, () -> List.of(market));

        assertThat(List.of("account", "strategy:far", "domain:crypto", "domain:other", "market:sim:7", "event:sim:e"))
                .allSatisfy(text -> assertThat(known.problem(Scope.parse(text))).isNull());
        assertThat(known.problem(Scope.domain("crypt")))
                .startsWith("There is no domain:crypt here, allowed are ")
                .contains("crypto", "other");
        assertThat(known.problem(Scope.market("7")))
                .isEqualTo(
                        "No market:7 is known just now; its id is as the journal and the status have it, such as sim:7.");
        assertThat(known.problem(Scope.event("f"))).contains("such as sim:e.");
    }

    @Test
    void limitsAreOfTheAccountOrOfAStrategy() {
        assertThat(controls.limits(Scope.domain("crypto"), Map.of("maxOpenOrders", "5"), false, "anna", "odd")
                        .done())
                .isFalse();
        assertThat(controls.limits(Scope.strategy("far"), Map.of("maxAccountExposure", "5"), false, "anna", "odd")
                        .lines())
                .singleElement()
                .asString()
                .contains("maxAccountExposure is shared by all strategies");
        assertThat(controls.limits(Scope.strategy("far"), Map.of("maxOpenOrders", "5"), false, "anna", "odd")
                        .lines())
                .containsExactly("From the next order on, until the host stops: far: maxOpenOrders 50 to 5");
        assertThat(ploy.operator().limits().of("far").raw(Limit.MAX_OPEN_ORDERS))
                .isEqualTo(5);
        assertThat(controls.limits(Scope.ACCOUNT, Map.of("maxOpenOrders", "4"), false, "anna", "odd")
                        .lines())
                .containsExactly(
                        "From the next order on, until the host stops: maxOpenOrders 50 to 4, far: maxOpenOrders 5 to 4");
        assertThat(controls.limits(Scope.ACCOUNT, Map.of("maxOpenOrders", "4"), false, "anna", "odd")
                        .lines())
                .containsExactly("These limits hold already: {maxOpenOrders=4}");
    }

    @Test
    void noRuleIsSwitchedOnThatIsNotOff() {
        assertThat(controls.switchOn("no-fridays", "anna", "mended").lines())
                .containsExactly("No risk rule 'no-fridays' is switched off; none is.");
    }
}
