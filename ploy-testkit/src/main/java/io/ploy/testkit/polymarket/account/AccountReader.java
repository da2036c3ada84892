package io.ploy.testkit.polymarket.account;

import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.SigningException;
import io.ploy.testkit.polymarket.auth.Credentials;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads one account of an accounts file. */
final class AccountReader {
    private static final String NAME = "1 to 64 letters, digits, dots, underscores or hyphens";
    private static final String ADDRESS = "0x and 40 hex digits, with the right checksum if of mixed case";
    private static final Cash USUAL_COLLATERAL = Cash.ofUsd(10_000);

    private final AccountMembers members;
    private final long seed;
    private final WalletAddresses wallets;

    AccountReader(AccountMembers members, long seed, long chainId) {
        this.members = members;
        this.seed = seed;
        this.wallets = new WalletAddresses(chainId);
    }

    static String word(WalletKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    TestAccount read() {
        members.requireOnly(List.of(
                "name", "kind", "signatureType", "privateKey", "address", "funder", "collateral", "credentials"));
        AccountId id = members.required("name", members.text("name", AccountId::new, NAME), NAME);
        WalletKind kind = kind();
        String privateKey = members.secret("privateKey", AccountReader::requireHex, "0x and 64 hex digits")
                .orElseGet(() -> TestAccount.privateKey(seed, id.name()));
        Address signer = signer(privateKey);
        return new TestAccount(
                new VenueAccount(id, kind, signer, wallet(kind, signer)),
                privateKey,
                collateral(),
                members.has("credentials")
                        ? credentials(members.object("credentials"))
                        : Credentials.of(seed, signer, 0));
    }

    private WalletKind kind() {
        String words =
                Arrays.stream(WalletKind.values()).map(AccountReader::word).collect(Collectors.joining(", "));
        WalletKind kind = members.required("kind", members.text("kind", AccountReader::kind, words), words);
        String allowed = kind.signatureType() + " for kind " + word(kind) + ", or to leave it out";
        members.number("signatureType", allowed)
                .filter(type -> type != kind.signatureType())
                .ifPresent(type -> {
                    throw members.wrong("signatureType", type, allowed);
                });
        return kind;
    }

    private static WalletKind kind(String word) {
        return Arrays.stream(WalletKind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String requireHex(String text) {
        if (!text.matches("0x[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("not a key");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private Address signer(String privateKey) {
        Address signer;
        try {
            signer = TestAccount.addressOf(privateKey);
        } catch (SigningException e) {
            throw members.wrong("privateKey", "no key of the curve", "a number from 1 to below the curve's order");
        }
        members.text("address", Address::new, ADDRESS)
                .filter(said -> !said.equals(signer))
                .ifPresent(said -> {
                    throw members.wrong("address", said, "the key's own, " + signer + ", or to leave it out");
                });
        return signer;
    }

    private Address wallet(WalletKind kind, Address signer) {
        Optional<Address> given = members.text("funder", Address::new, ADDRESS);
        if (kind == WalletKind.EOA && given.isPresent() && !given.get().equals(signer)) {
            throw members.wrong("funder", given.get(), "the key's own address, " + signer + ", for kind eoa");
        }
        if (kind != WalletKind.EOA && given.equals(Optional.of(signer))) {
            throw members.wrong("funder", signer, "the wallet's address, not the key's, for kind " + word(kind));
        }
        if (given.isPresent()) {
            return given.get();
        }
        try {
            return wallets.of(kind, signer);
        } catch (IllegalArgumentException e) {
            throw members.wrong("kind", word(kind), "a kind of wallet the chain has: " + e.getMessage());
        }
    }

    private Cash collateral() {
        String allowed = "decimal text such as 10000 or 12.50, not negative";
        Cash collateral = members.text("collateral", Cash::parse, allowed).orElse(USUAL_COLLATERAL);
        if (collateral.isNegative()) {
            throw members.wrong("collateral", collateral, allowed);
        }
        return collateral;
    }

    private static Credentials credentials(AccountMembers members) {
        members.requireOnly(List.of("apiKey", "secret", "passphrase"));
        String key = "a UUID in lower case";
        String secret = "base 64, of one byte or more";
        String passphrase = "a text that is not empty";
        return new Credentials(
                members.required("apiKey", members.text("apiKey", AccountReader::requireUuid, key), key),
                members.required("secret", members.secret("secret", AccountReader::requireBase64, secret), secret),
                members.required(
                        "passphrase",
                        members.secret("passphrase", AccountReader::requireText, passphrase),
                        passphrase));
    }

    private static String requireUuid(String text) {
        if (!UUID.fromString(text).toString().equals(text)) {
            throw new IllegalArgumentException("not in its usual form");
        }
        return text;
    }

    private static String requireBase64(String text) {
        String url = text.replace('+', '-').replace('/', '_').replace("=", "");
        if (Base64.getUrlDecoder().decode(url).length == 0) {
            throw new IllegalArgumentException("empty");
        }
        return text;
    }

    private static String requireText(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("empty");
        }
        return text;
    }
}
