package io.ploy.api.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.order.AccountId;
import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.api.signing.SigningException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VenueTest {
    private static final Signer SIGNER = new Signer() {
        @Override
        public Address address() {
            return new Address("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
        }

        @Override
        public void sign(byte[] message, byte[] digest, byte[] signature) {
            throw new SigningException("the key is elsewhere");
        }
    };

    @Test
    void anAccountsSettingsAreCopiedAndShowNoSecret() {
        Map<String, String> parameters = new HashMap<>(Map.of("kind", "EOA"));
        Map<String, Secret> secrets = new HashMap<>(Map.of("apiSecret", new Secret("canary".toCharArray())));
        AccountSettings settings = new AccountSettings(new AccountId("main"), SIGNER, parameters, secrets);

        parameters.clear();
        secrets.clear();

        assertThat(settings.parameters()).containsEntry("kind", "EOA");
        assertThat(settings.secret("apiSecret")).isPresent();
        assertThat(settings.secret("other")).isEmpty();
        assertThat(settings.toString()).contains("main", "kind", "apiSecret").doesNotContain("canary");
    }

    @Test
    void aContextIsCopied() {
        List<AccountSettings> accounts = new ArrayList<>();
        Map<String, String> parameters = new HashMap<>();
        VenueContext context = new VenueContext(Clock.systemUTC(), parameters, accounts, alert -> {});

        accounts.add(new AccountSettings(new AccountId("main"), SIGNER, Map.of(), Map.of()));
        parameters.put("a", "b");

        assertThat(context.accounts()).isEmpty();
        assertThat(context.parameters()).isEmpty();
    }

    @Test
    void aConnectorNeedsNoMoreThanANameAndAConnection() {
        VenueConnector connector = new VenueConnector() {
            @Override
            public String name() {
                return "nowhere";
            }

            @Override
            public VenueConnection connect(VenueContext context) {
                throw new UnsupportedOperationException();
            }
        };

        assertThat(connector.description()).isEmpty();
        assertThat(connector.parameters()).isEmpty();
        assertThat(connector.accountParameters()).isEmpty();
    }

    @Test
    void aCheckSaysWhatWasFound() {
        AccountCheck check = new AccountCheck("clock", AccountCheck.Verdict.WARNING, "two seconds ahead");

        assertThat(check.toString()).contains("clock", "WARNING", "two seconds ahead");
        assertThat(new SigningException("no", new IllegalStateException("why"))).hasRootCauseMessage("why");
    }
}
