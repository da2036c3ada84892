package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.L1Authorization;
import io.ploy.connectors.polymarket.clob.CredentialClient;
import io.ploy.connectors.polymarket.http.RequestException;
import java.util.Optional;

/** Where an account's API credentials come from. Both questions may wait for the network. */
interface CredentialSource {
    /**
     * The credentials, made if there are none.
     *
     * @throws RequestException if they cannot be had now
     */
    ApiCredentials first();

    /**
     * The credentials once more, after the venue refused those that were used. None are made: who withdrew them may have meant
     * to stop what uses them.
     *
     * @return empty if there is nothing to be had
     * @throws RequestException if they cannot be had now
     */
    Optional<ApiCredentials> again();

    /** Credentials that were given; there are no others. */
    static CredentialSource given(ApiCredentials credentials) {
        return new CredentialSource() {
            @Override
            public ApiCredentials first() {
                return credentials;
            }

            @Override
            public Optional<ApiCredentials> again() {
                return Optional.empty();
            }
        };
    }

    /** Credentials that the venue derives from the account's key. */
    static CredentialSource derived(CredentialClient client, L1Authorization wallet) {
        return new CredentialSource() {
            @Override
            public ApiCredentials first() {
                return client.createOrDerive(wallet);
            }

            @Override
            public Optional<ApiCredentials> again() {
                return client.derive(wallet);
            }
        };
    }
}
