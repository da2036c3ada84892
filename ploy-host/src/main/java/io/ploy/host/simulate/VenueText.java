package io.ploy.host.simulate;

import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import java.io.PrintStream;
import java.util.Locale;

/** A venue told to a person: where it is, who can trade there, and what to set. */
final class VenueText {
    private VenueText() {}

    static void write(PolymarketSimulator venue, PrintStream out) {
        out.println("A simulated Polymarket is serving. Ctrl-C ends it.");
        out.println();
        for (Api api : new Api[] {Api.CLOB, Api.GAMMA, Api.DATA, Api.RELAYER, Api.CHAIN, Api.SITE}) {
            line(out, word(api), venue.url(api));
        }
        for (Channel channel : Channel.values()) {
            line(out, word(channel) + " stream", venue.url(channel));
        }
        line(out, "control page", venue.url(Api.CONTROL) + "/page");
        out.println();
        out.println("Accounts (their keys are worth nothing anywhere else)");
        for (TestAccount account : venue.accounts()) {
            out.println("  " + account.name() + ", " + word(account.account().kind()) + ", " + account.collateral()
                    + " USD");
            line(out, "  key", account.privateKey());
            line(out, "  funder", account.account().wallet().checksummed());
            if (account.account().kind() != WalletKind.EOA) {
                line(out, "  relayer key", venue.relayerKey(account));
            }
        }
        out.println();
        out.println("For Ploy's connector");
        venue.connectionParameters().forEach((name, value) -> out.println("  " + name + " = \"" + value + "\""));
        out.println();
        out.println("For the official TypeScript client");
        out.println("  new ClobClient({ host: \"" + venue.url(Api.CLOB) + "\", chain: "
                + venue.state().chainId() + ", signer, signatureType, funderAddress })");
        out.flush();
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf(Locale.ROOT, "  %-16s %s%n", name, value);
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT);
    }
}
