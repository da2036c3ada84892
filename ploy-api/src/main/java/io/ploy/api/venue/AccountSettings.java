package io.ploy.api.venue;

import io.ploy.api.Experimental;
import io.ploy.api.order.AccountId;
import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Signer;
import java.util.Map;
import java.util.Optional;

/**
 * One account as its owner configured it.
 *
 * @param id our name for it
 * @param signer signs for it
 * @param parameters values of the connector's account parameters, by name; what is not given takes its default
 * @param secrets what else the venue wants to know of it, by the names the connector documents; the connector keeps them
 *     and closes none
 */
@Experimental
public record AccountSettings(
        AccountId id, Signer signer, Map<String, String> parameters, Map<String, Secret> secrets) {
    /** Copies the maps. */
    public AccountSettings {
        parameters = Map.copyOf(parameters);
        secrets = Map.copyOf(secrets);
    }

    /**
     * One of the secrets.
     *
     * @param name as the connector documents it
     * @return absent if it was not given
     */
    public Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /** The names only. */
    @Override
    public String toString() {
        return "account " + id + " " + parameters + ", secrets " + secrets.keySet();
    }
}
