package io.ploy.testkit.polymarket.relayer;

import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.util.Arrays;
import java.util.Optional;

/** What the relayer can be asked for. */
enum RequestKind {
    SAFE("SAFE", WalletKind.SAFE),
    PROXY("PROXY", WalletKind.PROXY),
    WALLET("WALLET", WalletKind.DEPOSIT),
    SAFE_CREATE("SAFE-CREATE", WalletKind.SAFE),
    WALLET_CREATE("WALLET-CREATE", WalletKind.DEPOSIT);

    private final String word;
    private final WalletKind wallet;

    RequestKind(String word, WalletKind wallet) {
        this.word = word;
        this.wallet = wallet;
    }

    String word() {
        return word;
    }

    WalletKind wallet() {
        return wallet;
    }

    /** @throws RefusedException if there is no such kind */
    static RequestKind of(String word) {
        return find(word).orElseThrow(() -> new RefusedException(400, "invalid transaction type: " + word));
    }

    static Optional<RequestKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
