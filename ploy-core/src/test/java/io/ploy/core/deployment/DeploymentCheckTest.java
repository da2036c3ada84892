package io.ploy.core.deployment;

import static io.ploy.core.deployment.Facts.ACCOUNT;
import static io.ploy.core.deployment.Facts.ID;
import static io.ploy.core.deployment.Facts.QUARTER;
import static io.ploy.core.deployment.Facts.created;
import static io.ploy.core.deployment.Facts.draft;
import static io.ploy.core.deployment.Facts.market;
import static io.ploy.core.deployment.Facts.promotedTo;
import static io.ploy.core.deployment.Facts.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Market;
import io.ploy.api.order.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DeploymentCheckTest {
    private static final Market OWN = market("btc-updown-15m-1", QUARTER);

    private final DeploymentCheck check = new DeploymentCheck(ID, "dump-hedge", ACCOUNT);

    private static String crypto(Market market) {
        return "crypto";
    }

    private static RegisterSnapshot in(Stage stage) {
        List<RegisterEntry> entries = new ArrayList<>();
        entries.add(created(draft(ID)));
        boolean isAside = stage == Stage.SUSPENDED || stage == Stage.RETIRED;
        entries.addAll(List.of(promotedTo(ID, isAside ? Stage.LIVE : stage)));
        if (isAside) {
            entries.add(new RegisterEntry.StageChanged(ID, Stage.LIVE, stage));
        }
        return register(entries.toArray(RegisterEntry[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void onlyACanaryAndALiveDeploymentTradeLive(Stage stage) {
        DeploymentCode expected =
                stage == Stage.CANARY || stage == Stage.LIVE ? DeploymentCode.OK : DeploymentCode.DISABLED;

        assertThat(check.check(in(stage), DeploymentCheckTest::crypto, OWN)).isEqualTo(expected);
        if (expected == DeploymentCode.DISABLED) {
            assertThat(check.detail(in(stage), "crypto", OWN)).contains(stage.word(), "does not trade live");
        }
    }

    @Test
    void anUnknownDeploymentIsMissing() {
        assertThat(check.check(register(), DeploymentCheckTest::crypto, OWN)).isEqualTo(DeploymentCode.MISSING);
        assertThat(check.check(RegisterSnapshot.untrusted("r", "r, line 2: gone"), DeploymentCheckTest::crypto, OWN))
                .isEqualTo(DeploymentCode.MISSING);
        assertThat(check.detail(RegisterSnapshot.untrusted("r", "r, line 2: gone"), "crypto", OWN))
                .contains("r, line 2: gone");
    }

    @Test
    void whateverItWasNotWrittenDownForIsOutOfScope() {
        RegisterSnapshot live = in(Stage.LIVE);

        assertThat(check.check(live, market -> "sports", OWN)).isEqualTo(DeploymentCode.OUT_OF_SCOPE);
        check.check(register(), DeploymentCheckTest::crypto, OWN);
        assertThat(check.check(live, DeploymentCheckTest::crypto, market("eth-updown-15m-1", QUARTER)))
                .isEqualTo(DeploymentCode.OUT_OF_SCOPE);
        assertThat(check.check(live, DeploymentCheckTest::crypto, market("btc-updown-15m-2", Duration.ofMinutes(5))))
                .isEqualTo(DeploymentCode.OUT_OF_SCOPE);
        assertThat(check.check(live, DeploymentCheckTest::crypto, market("btc-updown-15m-3", Duration.ZERO)))
                .isEqualTo(DeploymentCode.OUT_OF_SCOPE);
        assertThat(new DeploymentCheck(ID, "dump-hedge", new AccountId("other"))
                        .check(live, DeploymentCheckTest::crypto, OWN))
                .isEqualTo(DeploymentCode.OUT_OF_SCOPE);
        assertThat(new DeploymentCheck(ID, "quoter", ACCOUNT).check(live, DeploymentCheckTest::crypto, OWN))
                .isEqualTo(DeploymentCode.OUT_OF_SCOPE);
        assertThat(check.check(live, DeploymentCheckTest::crypto, OWN)).isEqualTo(DeploymentCode.OK);
    }

    @Test
    void aMarketThatChangedIsLookedAtAgain() {
        RegisterSnapshot live = in(Stage.LIVE);
        Market withoutWindow = OWN.toBuilder().window(null).build();

        assertThat(check.check(live, DeploymentCheckTest::crypto, withoutWindow))
                .isEqualTo(DeploymentCode.OUT_OF_SCOPE);
        assertThat(check.check(live, DeploymentCheckTest::crypto, OWN)).isEqualTo(DeploymentCode.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "dump-hedge, btc-*,            LIVE,   true",
        "dump-hedge, btc-updown-15m-7, CANARY, true",
        "dump-hedge, eth-*,            LIVE,   false",
        "quoter,     btc-*,            LIVE,   false",
        "dump-hedge, btc-*,            PAPER,  false"
    })
    void twoThatTradeTheSameMarketsLiveWithTheSameStrategyAreAmbiguous(
            String strategy, String markets, Stage stage, boolean ambiguous) {
        DeploymentId other = new DeploymentId("other");
        List<RegisterEntry> entries = new ArrayList<>();
        entries.add(created(draft(ID)));
        entries.addAll(List.of(promotedTo(ID, Stage.LIVE)));
        entries.add(created(draft(other, strategy, markets)));
        entries.addAll(List.of(promotedTo(other, stage)));

        RegisterSnapshot register = register(entries.toArray(RegisterEntry[]::new));

        assertThat(check.check(register, DeploymentCheckTest::crypto, OWN))
                .isEqualTo(ambiguous ? DeploymentCode.AMBIGUOUS : DeploymentCode.OK);
        assertThat(register.ambiguous()).hasSize(ambiguous ? 2 : 0);
        assertThat(register.rival(ID).isPresent()).isEqualTo(ambiguous);
        if (ambiguous) {
            assertThat(check.detail(register, "crypto", OWN)).contains("dump-15m and other trade dump-hedge");
        }
    }
}
