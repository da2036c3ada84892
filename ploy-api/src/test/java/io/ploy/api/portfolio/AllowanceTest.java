package io.ploy.api.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    @Test
    void whatIsNotStatedForbidsNothing() {
        AccountSnapshot account = new AccountSnapshot(Cash.ZERO, Map.of(), true, Instant.EPOCH);

        Allowance stated = account.allowances().of(new InstrumentId("test", "any"));

        assertThat(stated.forbidsSpending(Allowance.UNLIMITED)).isFalse();
        assertThat(stated.forbidsSelling()).isFalse();
    }

    @Test
    void allThatMayBeTakenMayBeSpentAndNoMicroMore() {
        Allowance stated = new Allowance(Cash.ofUsd(5), false, "");

        assertThat(stated.forbidsSpending(Cash.ofUsd(5))).isFalse();
        assertThat(stated.forbidsSpending(Cash.ofMicros(5_000_001))).isTrue();
        assertThat(stated.forbidsSelling()).isTrue();
    }

    @Test
    void anAllowanceBelowZeroIsRefused() {
        assertThatThrownBy(() -> new Allowance(Cash.ofMicros(-1), null, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
