package io.ploy.api.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void aSecretIsLentAndTheLoanIsCleared() {
        char[] mine = "canary".toCharArray();
        Secret secret = new Secret(mine);
        AtomicReference<char[]> lent = new AtomicReference<>();
        mine[0] = 'X';

        String seen = secret.use(value -> {
            lent.set(value);
            return new String(value);
        });

        assertThat(seen).isEqualTo("canary");
        assertThat(lent.get()).containsOnly('\0');
        assertThat(secret).hasToString("***");
    }

    @Test
    void aClosedSecretIsGone() {
        Secret secret = new Secret("canary".toCharArray());

        secret.close();

        assertThatThrownBy(() -> secret.use(String::new))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void theLoanIsClearedEvenWhenItsUseFails() {
        Secret secret = new Secret("canary".toCharArray());
        AtomicReference<char[]> lent = new AtomicReference<>();

        assertThatThrownBy(() -> secret.use(value -> {
                    lent.set(value);
                    throw new IllegalStateException("cannot sign");
                }))
                .hasMessage("cannot sign");

        assertThat(lent.get()).containsOnly('\0');
    }

    @Test
    void aBorrowerCannotChangeTheSecret() {
        Secret secret = new Secret("canary".toCharArray());

        secret.use(value -> value[0] = 'X');

        assertThat(secret.<String>use(String::new)).isEqualTo("canary");
    }

    @Test
    void aSecretMayBeClosedTwiceAndStillPrintsNothing() {
        Secret secret = new Secret("canary".toCharArray());

        secret.close();
        secret.close();

        assertThat(secret).hasToString("***");
    }
}
