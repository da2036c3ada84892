package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private final ManualTime time = new ManualTime(Facts.NOW);
    private int asked;
    private boolean reachable = true;
    private final Credentials credentials = new Credentials(Facts.FUNDER, this::fetch, time);

    private ApiCredentials fetch() {
        asked++;
        if (!reachable) {
            throw new RequestException(Failure.NOT_SENT, 0, "no way there", "", null, null);
        }
        return new ApiCredentials(Facts.KEY, new Secret("c2VjcmV0".toCharArray()), new Secret("phrase".toCharArray()));
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
}
