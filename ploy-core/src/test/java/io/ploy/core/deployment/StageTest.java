package io.ploy.core.deployment;

import static io.ploy.core.deployment.Facts.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StageTest {
    @Test
    void promotionIsOneStepAndASuspendedDeploymentComesBackAsACanary() {
        assertThat(Stage.DRAFT.next()).contains(Stage.BACKTEST);
        assertThat(Stage.BACKTEST.next()).contains(Stage.PAPER);
        assertThat(Stage.PAPER.next()).contains(Stage.CANARY);
        assertThat(Stage.CANARY.next()).contains(Stage.LIVE);
        assertThat(Stage.SUSPENDED.next()).contains(Stage.CANARY);
        assertThat(Stage.LIVE.next()).isEmpty();
        assertThat(Stage.RETIRED.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void demotionGoesDownOnlyAndNeverSkipsAPromotion(Stage stage) {
        assertThat(stage.demotions()).doesNotContain(stage);
        stage.next().ifPresent(next -> assertThat(stage.demotions()).doesNotContain(next));
        for (Stage to : stage.demotions()) {
            assertThat(to == Stage.SUSPENDED || to == Stage.RETIRED || to.ordinal() < stage.ordinal())
                    .isTrue();
            assertThat(to.tradesLive() && !stage.tradesLive()).isFalse();
        }
        if (stage != Stage.RETIRED) {
            assertThat(stage.demotions()).contains(Stage.RETIRED);
        }
        assertThat(stage.demotions().contains(Stage.SUSPENDED)).isEqualTo(stage.tradesLive());
    }

    @ParameterizedTest
    @EnumSource
    void theRegisterTakesExactlyTheMovesOfTheTable(Stage from) {
        for (Stage to : Stage.values()) {
            for (boolean person : new boolean[] {true, false}) {
                boolean isPromotion = from.next().filter(to::equals).isPresent();
                boolean allowed = isPromotion ? person : from.demotions().contains(to);
                RegisterFold fold = new RegisterFold("register");
                long number = 0;
                for (RegisterEntry entry : wayTo(from)) {
                    fold.add(new RegisterLine(++number, Facts.NOON, Facts.ANNA, "because", entry));
                }
                RegisterLine move = new RegisterLine(
                        ++number,
                        Facts.NOON,
                        new Actor("x", person),
                        "because",
                        new RegisterEntry.StageChanged(ID, from, to));

                if (allowed) {
                    fold.add(move);
                    assertThat(fold.snapshot().deployment(ID).orElseThrow().stage())
                            .isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> fold.add(move)).isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }

    private static List<RegisterEntry> wayTo(Stage stage) {
        boolean isAside = stage == Stage.SUSPENDED || stage == Stage.RETIRED;
        List<RegisterEntry> way = new ArrayList<>();
        way.add(Facts.created(Facts.draft(ID)));
        way.addAll(List.of(Facts.promotedTo(ID, isAside ? Stage.CANARY : stage)));
        if (isAside) {
            way.add(new RegisterEntry.StageChanged(ID, Stage.CANARY, stage));
        }
        return way;
    }

    @Test
    void aCanaryRisksATenthAndFiveDollarsAnOrder() {
        assertThat(CanaryTerms.limit(Stage.CANARY, Cash.parse("50.000009"))).isEqualTo(Cash.parse("5"));
        assertThat(CanaryTerms.limit(Stage.LIVE, Cash.ofUsd(50))).isEqualTo(Cash.ofUsd(50));
        assertThat(CanaryTerms.orderCap(Stage.CANARY, Cash.ofUsd(25))).isEqualTo(Cash.ofUsd(5));
        assertThat(CanaryTerms.orderCap(Stage.CANARY, Cash.ofUsd(2))).isEqualTo(Cash.ofUsd(2));
        assertThat(CanaryTerms.orderCap(Stage.LIVE, Cash.ofUsd(25))).isEqualTo(Cash.ofUsd(25));
    }
}
