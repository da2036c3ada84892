package io.ploy.host.run;

import io.ploy.api.secret.Secret;
import io.ploy.api.venue.AccountSettings;
import io.ploy.core.signing.LocalKey;
import io.ploy.host.config.RunConfig.Account;
import io.ploy.host.config.SecretReference;
import java.util.HashMap;
import java.util.Map;

/** An account's key and secrets, read for one run and overwritten at its end. */
final class Credentials implements AutoCloseable {
    private final LocalKey key;
    private final Map<String, Secret> secrets;
    private final AccountSettings settings;

    private Credentials(Account account, LocalKey key, Map<String, Secret> secrets) {
        this.key = key;
        this.secrets = secrets;
        settings = new AccountSettings(account.id(), key, account.parameters(), secrets);
    }

    /**
     * Reads them.
     *
     * @param environment the process's variables
     * @throws io.ploy.host.console.CommandFailure if one is not there
     */
    static Credentials open(Account account, Map<String, String> environment) {
        LocalKey key = account.key().open(environment);
        Map<String, Secret> secrets = new HashMap<>();
        try {
            for (Map.Entry<String, SecretReference> each : account.secrets().entrySet()) {
                secrets.put(each.getKey(), each.getValue().read(environment));
            }
            return new Credentials(account, key, secrets);
        } catch (RuntimeException e) {
            secrets.values().forEach(Secret::close);
            key.close();
            throw e;
        }
    }

    /** What a connector wants to know of the account. */
    AccountSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        secrets.values().forEach(Secret::close);
        key.close();
    }
}
