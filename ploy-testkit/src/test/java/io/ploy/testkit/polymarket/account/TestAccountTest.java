package io.ploy.testkit.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.money.Cash;
import io.ploy.core.signing.LocalKey;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TestAccountTest {
    private static final Cash START = Cash.ofUsd(500);

    @ParameterizedTest
    @EnumSource(WalletKind.class)
    void theSameSeedAndNameMakeTheSameAccount(WalletKind kind) {
        TestAccount account = TestAccount.of(7, 137, "alice", kind, START);

        assertThat(TestAccount.of(7, 137, "alice", kind, START)).isEqualTo(account);
        assertThat(account.account().wallet())
                .isEqualTo(new WalletAddresses(137).of(kind, account.account().signer()));
        assertThat(account.account().kind()).isEqualTo(kind);
        assertThat(account.name()).isEqualTo("alice");
    }

    @Test
    void otherSeedsAndNamesMakeOtherAccounts() {
        Set<Object> seen = new HashSet<>();

        for (long seed = -1; seed < 2; seed++) {
            for (String name : new String[] {"alice", "bob"}) {
                TestAccount account = TestAccount.of(seed, 137, name, WalletKind.SAFE, START);
                assertThat(seen.add(account.privateKey())).isTrue();
                assertThat(seen.add(account.account().signer())).isTrue();
                assertThat(seen.add(account.credentials().apiKey())).isTrue();
                assertThat(seen.add(account.credentials().secret())).isTrue();
                assertThat(seen.add(account.credentials().passphrase())).isTrue();
            }
        }
    }

    @Test
    void itsKeySignsForItsSigner() {
        TestAccount account = TestAccount.of(7, 137, "alice", WalletKind.DEPOSIT, START);

        try (LocalKey key = account.openKey()) {
            assertThat(key.address()).isEqualTo(account.account().signer());
        }
    }

    @Test
    void itsTextShowsNoSecret() {
        TestAccount account = TestAccount.of(7, 137, "alice", WalletKind.EOA, START);

        assertThat(account.toString())
                .contains("alice", account.account().wallet().hex(), "500")
                .doesNotContain(account.privateKey().substring(2))
                .doesNotContain(account.credentials().secret())
                .doesNotContain(account.credentials().passphrase());
        assertThat(account.credentials().toString())
                .contains(account.credentials().apiKey())
                .doesNotContain(account.credentials().secret())
                .doesNotContain(account.credentials().passphrase());
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        TestAccount alice = TestAccount.of(7, 137, "alice", WalletKind.EOA, START);
        TestAccount bob = TestAccount.of(7, 137, "bob", WalletKind.EOA, START);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestAccount(alice.account(), bob.privateKey(), START, alice.credentials()))
                .withMessageContaining(
                        "key of account alice is that of " + bob.account().signer())
                .withMessageNotContaining(bob.privateKey().substring(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TestAccount(alice.account(), alice.privateKey(), Cash.ofMicros(-1), alice.credentials()))
                .withMessageContaining("cannot start with -0.000001");
    }
}
