package io.ploy.testkit.polymarket.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CredentialStoreTest {
    private final CredentialStore store = new CredentialStore(7, () -> Requests.NOW);

    @Test
    void credentialsDoNotDependOnWhoAsksFirst() {
        CredentialStore other = new CredentialStore(7, () -> Requests.NOW);

        Credentials first = store.create(Requests.SIGNER, 0).orElseThrow();
        Credentials second = store.create(Requests.STRANGER, 5).orElseThrow();

        assertThat(other.create(Requests.STRANGER, 5)).contains(second);
        assertThat(other.create(Requests.SIGNER, 0)).contains(first);
        assertThat(Credentials.of(7, Requests.SIGNER, 0)).isEqualTo(first);
        assertThat(new CredentialStore(8, () -> Requests.NOW).create(Requests.SIGNER, 0))
                .isPresent()
                .get()
                .isNotEqualTo(first);
    }

    @Test
    void credentialsHaveTheVenuesForm() {
        Credentials made = store.create(Requests.SIGNER, 0).orElseThrow();

        assertThat(UUID.fromString(made.apiKey())).hasToString(made.apiKey());
        assertThat(UUID.fromString(made.apiKey()).version()).isEqualTo(4);
        assertThat(UUID.fromString(made.apiKey()).variant()).isEqualTo(2);
        assertThat(Base64.getUrlDecoder().decode(made.secret())).hasSize(32);
        assertThat(made.secret()).hasSize(44);
        assertThat(made.passphrase()).matches("[0-9a-f]{64}");
    }

    @Test
    void aNonceHasOneSetOfCredentialsAtATime() {
        Credentials made = store.create(Requests.SIGNER, 0).orElseThrow();

        assertThat(store.create(Requests.SIGNER, 0)).isEmpty();
        assertThat(store.derive(Requests.SIGNER, 0)).contains(made);
        assertThat(store.derive(Requests.SIGNER, 1)).isEmpty();
        assertThat(store.derive(Requests.STRANGER, 0)).isEmpty();
    }

    @Test
    void deletedCredentialsAreGoneAndTheNonceMakesOthers() {
        Credentials made = store.create(Requests.SIGNER, 0).orElseThrow();

        store.delete(store.valid(made.apiKey(), Grant.Kind.TRADING).orElseThrow());

        assertThat(store.valid(made.apiKey(), Grant.Kind.TRADING)).isEmpty();
        assertThat(store.derive(Requests.SIGNER, 0)).isEmpty();
        assertThat(store.create(Requests.SIGNER, 0)).isPresent().get().isNotEqualTo(made);
    }

    @Test
    void credentialsMadeElsewhereAreTakenIn() {
        Credentials own = new Credentials("00000000-1111-2222-3333-444444444444", "AAAA", "open");

        store.add(Requests.SIGNER, 0, own);

        assertThat(store.derive(Requests.SIGNER, 0)).contains(own);
        assertThat(store.create(Requests.SIGNER, 0)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.add(Requests.SIGNER, 1, own))
                .withMessageContaining(own.apiKey());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.add(
                        Requests.SIGNER, 0, new Credentials("10000000-1111-2222-3333-444444444444", "AAAA", "open")))
                .withMessageContaining("nonce 0");
    }
}
