package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.notify.Alert;
import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private final ManualTime time = new ManualTime(Facts.NOW);
    private final List<Alert> said = new ArrayList<>();
    private final AccountAlerts alerts = new AccountAlerts(time, said::add);
    private int asked;
    private int askedAgain;
    private boolean reachable = true;
    private String answered = Facts.KEY;
    private final Credentials credentials = new Credentials(Facts.FUNDER, new Venue(), Runnable::run, alerts, time);

    /** Gives what the test says. */
    private final class Venue implements CredentialSource {
        @Override
        public ApiCredentials first() {
            asked++;
            return answer();
        }

        @Override
        public Optional<ApiCredentials> again() {
            askedAgain++;
            return Optional.of(answer()).filter(each -> !answered.isEmpty());
        }

        private ApiCredentials answer() {
            if (!reachable) {
                throw new RequestException(Failure.NOT_SENT, 0, "no way there", "", null, null);
            }
            return CredentialsTest.answer(answered.isEmpty() ? "none" : answered);
        }
    }

    private static ApiCredentials answer(String key) {
        return new ApiCredentials(key, new Secret("c2VjcmV0".toCharArray()), new Secret("phrase".toCharArray()));
    }

    @Test
    void theyAreFetchedOnceAndWhenFirstNeeded() {
        int before = asked;

        credentials.get();
        credentials.get();

        assertThat(before).isZero();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void afterAFailureTheVenueIsLeftAloneForAMoment() {
        reachable = false;
        assertThatThrownBy(credentials::get).hasMessageContaining("no way there");
        assertThatThrownBy(credentials::get).hasMessageContaining("no way there");
        int inAMoment = asked;
        reachable = true;
        time.advance(Duration.ofSeconds(5));

        assertThat(credentials.get().key()).isEqualTo(Facts.KEY);
        assertThat(inAMoment).isEqualTo(1);
    }

    @Test
    void requestsAreSignedAndCountedForTheKey() {
        Map<String, String> headers = new HashMap<>();

        credentials.sign("GET", "/data/orders", new byte[0], 1_790_000_000L, headers::put);

        assertThat(headers).containsEntry("POLY_API_KEY", Facts.KEY).containsKey("POLY_SIGNATURE");
        assertThat(credentials.signer()).isEqualTo(Facts.FUNDER.hex());
        assertThat(credentials.toString()).contains(Facts.FUNDER.hex()).doesNotContain("c2VjcmV0");
    }

    @Test
    void refusedOnesAreFetchedOnceMoreAndBothKeysStayTheAccounts() {
        credentials.get();
        answered = Facts.OTHER_KEY;

        credentials.refused();

        assertThat(credentials.get().key()).isEqualTo(Facts.OTHER_KEY);
        assertThat(credentials.isOwn(Facts.KEY)).isTrue();
        assertThat(credentials.isOwn(Facts.OTHER_KEY)).isTrue();
        assertThat(credentials.isOwn("another")).isFalse();
        assertThat(said).extracting(Alert::code).containsExactly("credentials.renewed");
        assertThat(said.toString()).doesNotContain("c2VjcmV0").doesNotContain("phrase");
    }

    @Test
    void refusalsShortlyAfterThatFetchNothing() {
        credentials.get();
        credentials.refused();
        time.advance(Duration.ofSeconds(9));
        credentials.refused();
        int soon = askedAgain;
        time.advance(Duration.ofSeconds(1));
        credentials.refused();

        assertThat(soon).isEqualTo(1);
        assertThat(askedAgain).isEqualTo(2);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void nothingIsFetchedForARefusalBeforeThereAreAny() {
        credentials.refused();

        assertThat(askedAgain).isZero();
    }

    @Test
    void thoseThatWereRefusedStayWhereThereAreNoOthers() {
        credentials.get();
        answered = "";
        credentials.refused();
        String withdrawn = credentials.get().key();
        reachable = false;
        time.advance(Duration.ofSeconds(10));
        credentials.refused();

        assertThat(withdrawn).isEqualTo(Facts.KEY);
        assertThat(credentials.get().key()).isEqualTo(Facts.KEY);
    }

    @Test
    void givenOnesAreAllThereIs() {
        Credentials given =
                new Credentials(Facts.FUNDER, CredentialSource.given(answer(Facts.KEY)), Runnable::run, alerts, time);
        given.get();

        given.refused();

        assertThat(given.get().key()).isEqualTo(Facts.KEY);
        assertThat(said).singleElement().satisfies(alert -> {
            assertThat(alert.code()).isEqualTo("account.setup");
            assertThat(alert.message()).contains("start again to have new ones made");
        });
    }
}
