package io.ploy.connectors.polymarket.account;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.api.signing.SigningException;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountCheck.Verdict;
import io.ploy.connectors.polymarket.clob.AssetType;
import io.ploy.connectors.polymarket.clob.BalanceAllowance;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.ClobClient;
import io.ploy.connectors.polymarket.http.ClockOffset;
import io.ploy.connectors.polymarket.http.Geoblock;
import io.ploy.connectors.polymarket.http.GeoblockClient;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.settlement.PolymarketSettlement;
import io.ploy.connectors.polymarket.wallet.WalletCheck;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at everything that keeps an account from trading, in the order in which it would be hit. */
final class AccountDoctor {
    private static final byte[] TRIAL = "Ploy checks that this key can sign".getBytes(StandardCharsets.US_ASCII);
    private static final int ORDER_GENERATION = 2;
    private static final Duration SKEW_TO_KNOW = Duration.ofSeconds(2);

    private final Wallet wallet;
    private final Exchanges exchanges;
    private final Signer signer;
    private final ClobClient venue;
    private final GeoblockClient place;
    private final ClockOffset clock;
    private final Credentials credentials;
    private final ClobAccountClient client;
    private final @Nullable PolymarketSettlement settlement;

    /**
     * Looks at one account.
     *
     * @param settlement of the account, or null if there is none
     */
    AccountDoctor(
            Wallet wallet,
            Signer signer,
            VenueAccess access,
            Credentials credentials,
            ClobAccountClient client,
            @Nullable PolymarketSettlement settlement) {
        this.wallet = wallet;
        this.exchanges = access.exchanges();
        this.signer = signer;
        this.venue = new ClobClient(access.transport(), access.unknown());
        this.place = new GeoblockClient(access.transport());
        this.clock = access.transport().clock();
        this.credentials = credentials;
        this.client = client;
        this.settlement = settlement;
    }

    List<AccountCheck> check() {
        List<AccountCheck> checks = new ArrayList<>();
        checks.add(wallet());
        checks.add(key());
        checks.add(look("venue", this::venue));
        checks.add(look("clock", this::clock));
        checks.add(look("place", this::place));
        AccountCheck known = look("credentials", this::credentials);
        checks.add(known);
        if (known.verdict() != Verdict.BAD) {
            checks.add(look("restrictions", this::restrictions));
            checks.addAll(money());
            checks.add(look("limits", this::limits));
        }
        checks.addAll(settlement == null ? List.of(noSettlement()) : settlement.check());
        return List.copyOf(checks);
    }

    private static AccountCheck look(String subject, Supplier<AccountCheck> at) {
        try {
            return at.get();
        } catch (RequestException e) {
            return new AccountCheck(subject, Verdict.BAD, "could not be read: " + e.getMessage());
        }
    }

    private AccountCheck wallet() {
        WalletCheck found = WalletCheck.of(wallet, exchanges.chain());
        Verdict verdict = switch (found.verdict()) {
            case DIFFERENT -> Verdict.BAD;
            case UNKNOWN -> Verdict.WARNING;
            default -> Verdict.GOOD;
        };
        return new AccountCheck("wallet", verdict, found.detail());
    }

    private AccountCheck key() {
        try {
            signer.sign(TRIAL);
            return new AccountCheck(
                    "key", Verdict.GOOD, "signs as " + wallet.key().checksummed());
        } catch (SigningException e) {
            return new AccountCheck("key", Verdict.BAD, "cannot sign: " + e.getMessage());
        }
    }

    private AccountCheck venue() {
        int version = venue.version();
        return version == ORDER_GENERATION
                ? new AccountCheck("venue", Verdict.GOOD, "answers, and takes orders of generation " + version)
                : new AccountCheck(
                        "venue",
                        Verdict.BAD,
                        "takes orders of generation " + version + ", this connector makes generation "
                                + ORDER_GENERATION + "; look for a new version of it");
    }

    private AccountCheck clock() {
        if (!clock.measure()) {
            return new AccountCheck("clock", Verdict.WARNING, "the venue's time could not be read");
        }
        Duration skew = clock.offset();
        return skew.abs().compareTo(SKEW_TO_KNOW) <= 0
                ? new AccountCheck("clock", Verdict.GOOD, "agrees with the venue's")
                : new AccountCheck(
                        "clock",
                        Verdict.WARNING,
                        "the venue's is " + skew.toMillis()
                                + " ms ahead of this machine's; proofs allow for it, but set it right");
    }

    private AccountCheck place() {
        Geoblock answer = place.check();
        String where = answer.country() + (answer.region().isEmpty() ? "" : "/" + answer.region());
        return answer.blocked()
                ? new AccountCheck("place", Verdict.BAD, "the venue does not serve " + where)
                : new AccountCheck("place", Verdict.GOOD, "the venue serves " + where);
    }

    private AccountCheck credentials() {
        return new AccountCheck(
                "credentials", Verdict.GOOD, "API key " + credentials.get().key());
    }

    private AccountCheck restrictions() {
        return client.closedOnly()
                ? new AccountCheck("restrictions", Verdict.WARNING, "the account may only close positions")
                : new AccountCheck("restrictions", Verdict.GOOD, "none");
    }

    private List<AccountCheck> money() {
        BalanceAllowance collateral;
        try {
            collateral = client.balanceAllowance(AssetType.COLLATERAL, null);
        } catch (RequestException e) {
            return List.of(new AccountCheck("collateral", Verdict.BAD, "could not be read: " + e.getMessage()));
        }
        List<AccountCheck> checks = new ArrayList<>();
        checks.add(new AccountCheck(
                "collateral",
                collateral.cash().micros() > 0 ? Verdict.GOOD : Verdict.WARNING,
                collateral.cash() + " USD"));
        checks.add(approval(collateral, "token markets", MarketVersion.CTF, false));
        checks.add(approval(collateral, "negative-risk markets", MarketVersion.CTF, true));
        checks.add(approval(collateral, "position markets", MarketVersion.POSITIONS, false));
        return checks;
    }

    private AccountCheck approval(BalanceAllowance collateral, String what, MarketVersion version, boolean negRisk) {
        Address exchange = exchanges.of(version, negRisk).orElseThrow().exchange();
        long allowed = collateral.allowanceMicros(exchange);
        String subject = "approval for " + what;
        if (allowed == 0) {
            return new AccountCheck(
                    subject,
                    Verdict.WARNING,
                    "the exchange " + exchange.checksummed()
                            + " may take nothing: buying there is refused until it is approved");
        }
        return allowed < collateral.balanceMicros()
                ? new AccountCheck(subject, Verdict.WARNING, "the exchange may take less than there is")
                : new AccountCheck(subject, Verdict.GOOD, "given");
    }

    private AccountCheck noSettlement() {
        String why = wallet.kind() == AccountKind.EOA
                ? "an EOA account sends such transactions itself, which this connector does not do"
                : "the relayer must know who asks: give relayerKey, or builderKey with its secrets";
        return new AccountCheck("relayer", Verdict.WARNING, "no splits, merges and redemptions: " + why);
    }

    private AccountCheck limits() {
        return new AccountCheck("limits", Verdict.GOOD, "tier " + client.rateLimitTier());
    }
}
