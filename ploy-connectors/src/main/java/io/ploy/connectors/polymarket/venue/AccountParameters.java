package io.ploy.connectors.polymarket.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.venue.AccountSettings;
import io.ploy.connectors.polymarket.account.AccountOptions;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.BuilderAuthorization;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.order.OrderOptions;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Bytes32;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.relayer.RelayerKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What can be set for each account, and what comes of it. */
final class AccountParameters {
    static final String SECRET = "apiSecret";
    static final String PASSPHRASE = "apiPassphrase";

    static final String BUILDER_SECRET = "builderSecret";
    static final String BUILDER_PASSPHRASE = "builderPassphrase";
    static final String RELAYER_KEY = "relayerKey";

    static final Parameter<String> KIND = Parameter.text("kind", "")
            .help("What holds the money: EOA, PROXY, SAFE or DEPOSIT_WALLET. Must be given; nothing is guessed.");
    static final Parameter<String> FUNDER = Parameter.text("funder", "")
            .help("The address that holds the money. Must be given for all but EOA, whose key holds its own.");
    static final Parameter<Integer> NONCE =
            Parameter.integer("nonce", "0").help("Which of the key's credentials are derived; the first are 0.");
    static final Parameter<String> API_KEY = Parameter.text("apiKey", "")
            .help("Name of credentials given as secrets apiSecret and apiPassphrase; empty to have them derived.");
    static final Parameter<String> BUILDER_CODE = Parameter.text("builderCode", "")
            .help("Who is credited with the orders, 0x and 64 hex digits; empty for nobody. Builders charge fees.");
    static final Parameter<Duration> SHORTEST_LIFE = Parameter.duration("shortestLife", "180")
            .between("0", "3600")
            .help("How far ahead the date of a GTD order must be; the venue refuses what is too near.");
    static final Parameter<Boolean> HEARTBEAT = Parameter.flag("heartbeat", "false")
            .help("Whether the venue cancels every order of the account if this process falls silent for 10 s.");
    static final Parameter<Integer> ORDER_THREADS = Parameter.integer("orderThreads", "8")
            .between("1", "64")
            .unit("orders")
            .help("How many orders may be on their way at once.");
    static final Parameter<Boolean> CONVERSIONS = Parameter.flag("conversions", "false")
            .help(
                    "Whether shares of negative-risk events are converted; never tried at the real venue, so begin with few.");

    static final Parameter<String> BUILDER_KEY = Parameter.text("builderKey", "")
            .help(
                    "Name of a builder's credentials for the relayer, given as secrets builderSecret and builderPassphrase; empty for none.");
    static final Parameter<String> RELAYER_KEY_OWNER = Parameter.text("relayerKeyOwner", "")
            .help("The address the secret relayerKey was given to; empty for that of the account's key.");

    static final List<Parameter<?>> ALL = List.of(
            KIND,
            FUNDER,
            NONCE,
            API_KEY,
            BUILDER_CODE,
            SHORTEST_LIFE,
            HEARTBEAT,
            ORDER_THREADS,
            CONVERSIONS,
            BUILDER_KEY,
            RELAYER_KEY_OWNER);

    static final Set<String> SECRETS = Set.of(SECRET, PASSPHRASE, BUILDER_SECRET, BUILDER_PASSPHRASE, RELAYER_KEY);

    private AccountParameters() {}

    /**
     * Reads an account's settings.
     *
     * @throws ParameterException naming the account, the parameter, what was found and what is allowed
     */
    static AccountOptions read(AccountSettings settings) {
        try {
            Parameters parameters = Parameters.parse(ALL, settings.parameters());
            requireKnownSecrets(settings);
            Wallet wallet = wallet(settings, parameters);
            return new AccountOptions(
                    wallet,
                    parameters.get(NONCE),
                    credentials(
                            settings, parameters.get(API_KEY), "apiKey", SECRET, PASSPHRASE, "to have them derived"),
                    new OrderOptions(
                            builder(parameters.get(BUILDER_CODE)), Bytes32.ZERO, false, parameters.get(SHORTEST_LIFE)),
                    parameters.get(HEARTBEAT),
                    parameters.get(ORDER_THREADS),
                    relayer(settings, parameters, wallet),
                    parameters.get(CONVERSIONS));
        } catch (IllegalArgumentException | ParameterException e) {
            throw new ParameterException("account " + settings.id() + ": " + e.getMessage());
        }
    }

    private static Wallet wallet(AccountSettings settings, Parameters parameters) {
        AccountKind kind = kind(parameters.get(KIND));
        Address key = settings.signer().address();
        String funder = parameters.get(FUNDER);
        if (funder.isBlank() && kind != AccountKind.EOA) {
            throw new ParameterException("funder: missing, allowed the address of the account's wallet");
        }
        return new Wallet(kind, key, funder.isBlank() ? key : new Address(funder.trim()));
    }

    private static AccountKind kind(String text) {
        String wanted = text.trim().toUpperCase(Locale.ROOT);
        return Arrays.stream(AccountKind.values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new ParameterException(
                                "kind: found '" + text
                                        + "', allowed EOA, PROXY, SAFE or DEPOSIT_WALLET; the venue's site shows which your account has"));
    }

    private static Bytes32 builder(String code) {
        return code.isBlank() ? Bytes32.ZERO : Bytes32.parse(code.trim());
    }

    private static void requireKnownSecrets(AccountSettings settings) {
        TreeSet<String> unknown = new TreeSet<>(settings.secrets().keySet());
        unknown.removeAll(SECRETS);
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    "secrets " + unknown + ": no such secrets; allowed are " + new TreeSet<>(SECRETS));
        }
    }

    private static @Nullable ApiCredentials credentials(
            AccountSettings settings,
            String given,
            String keyName,
            String secretName,
            String passphraseName,
            String ifNone) {
        String key = given.trim();
        Optional<Secret> secret = settings.secret(secretName);
        Optional<Secret> passphrase = settings.secret(passphraseName);
        if (key.isEmpty() && secret.isEmpty() && passphrase.isEmpty()) {
            return null;
        }
        if (key.isEmpty() || secret.isEmpty() || passphrase.isEmpty()) {
            throw new ParameterException(keyName + " and the secrets " + secretName + " and " + passphraseName
                    + " belong together: give all three, or none " + ifNone);
        }
        return new ApiCredentials(key, secret.get(), passphrase.get());
    }

    private static @Nullable Authorization relayer(AccountSettings settings, Parameters parameters, Wallet wallet) {
        ApiCredentials builder = credentials(
                settings,
                parameters.get(BUILDER_KEY),
                "builderKey",
                BUILDER_SECRET,
                BUILDER_PASSPHRASE,
                "to do without");
        Optional<Secret> key = settings.secret(RELAYER_KEY);
        String owner = parameters.get(RELAYER_KEY_OWNER).trim();
        if (key.isEmpty() && !owner.isEmpty()) {
            throw new ParameterException("relayerKeyOwner: found '" + owner + "' without the secret " + RELAYER_KEY);
        }
        if (builder == null && key.isEmpty()) {
            return null;
        }
        if (builder != null && key.isPresent()) {
            throw new ParameterException(
                    "builderKey and the secret " + RELAYER_KEY + " both say who asks the relayer: give one of them");
        }
        if (wallet.kind() == AccountKind.EOA) {
            throw new ParameterException(
                    "credentials for the relayer, which sends nothing for an EOA account: leave them out");
        }
        return key.<Authorization>map(
                        secret -> new RelayerKey(secret, owner.isEmpty() ? wallet.key() : new Address(owner)))
                .orElseGet(() -> new BuilderAuthorization(Objects.requireNonNull(builder)));
    }
}
