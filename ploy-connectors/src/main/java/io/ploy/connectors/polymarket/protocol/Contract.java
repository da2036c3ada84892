package io.ploy.connectors.polymarket.protocol;

import io.ploy.api.signing.Address;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The venue's contracts. Source: the contract tables of the venue's documentation and of its clients, November 2026.
 *
 * <p>Every address is written with its checksum (EIP-55), which is verified when this class is loaded.
 */
@SuppressWarnings("ImmutableEnumChecker") // an address never changes, but has no annotation to say so
public enum Contract {
    /** The exchange of ordinary token markets, domain 2. */
    CTF_EXCHANGE("0xE111180000d2663C0091e4f400237545B87B996B", "0xE111180000d2663C0091e4f400237545B87B996B"),

    /** The exchange of token markets with negative risk, domain 2. */
    NEG_RISK_EXCHANGE("0xe2222d279d744050d28e00520010520000310F59", "0xe2222d279d744050d28e00520010520000310F59"),

    /** The exchange of position markets, domain 3. */
    POSITION_EXCHANGE("0xe3333700cA9d93003F00f0F71f8515005F6c00Aa", "0x9fE6e61422AdB6F610d8597F9684b16912D50C3D"),

    /** The first exchange, domain 1. Nothing trades on it any more. */
    CTF_EXCHANGE_V1("0x4bFb41d5B3570DeFd03C39a9A4D8dE6Bd8B8982E", "0xdFE02Eb6733538f8Ea35D585af8DE5958AD99E40"),

    /** The first exchange of markets with negative risk, domain 1. Nothing trades on it any more. */
    NEG_RISK_EXCHANGE_V1("0xC5d563A36AE78145C45a50134d48A1215220f80a", "0xC5d563A36AE78145C45a50134d48A1215220f80a"),

    /** What is paid with: pUSD, six decimals. */
    COLLATERAL("0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB", "0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB"),

    /** What was paid with until April 2026, and what the onramp takes. */
    USDC_E("0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174", null),

    /** Turns USDC.e into pUSD. */
    COLLATERAL_ONRAMP("0x93070a847efEf7F70739046A929D47a521F5B8ee", null),

    /** Turns pUSD into USDC.e. */
    COLLATERAL_OFFRAMP("0x2957922Eb93258b93368531d39fAcCA3B4dC5854", null),

    /** The ledger of outcome tokens. */
    CONDITIONAL_TOKENS("0x4D97DCd97eC945f40cF65F87097ACe5EA0476045", "0x69308FB512518e39F9b16112fA8d994F4e2Bf8bB"),

    /** Splits, merges and redeems tokens of ordinary markets. */
    CTF_ADAPTER("0xAdA100Db00Ca00073811820692005400218FcE1f", null),

    /** Splits, merges, redeems and converts tokens of markets with negative risk. */
    NEG_RISK_CTF_ADAPTER("0xadA2005600Dec949baf300f4C6120000bDB6eAab", null),

    /** The older adapter of markets with negative risk; reports the answers to their questions. */
    NEG_RISK_ADAPTER("0xd91E80cF2E7be2e162c6513ceD06f1dD0dA35296", null),

    /** The ledger of positions. */
    POSITION_MANAGER("0x006F54F7f9A22e0000CC2AB60031000000ae9fEF", null),

    /** Splits, merges, redeems and converts positions. */
    ROUTER("0x12121212006e4CD160D18e3f00711DA5c3372600", null),

    /** Positions of single questions. */
    BINARY_MODULE("0x1000008dD9001B968442c1000017eaE6E0dA00Ba", null),

    /** Positions of events with negative risk. */
    NEG_RISK_MODULE("0x200000900045e3B6259600682756002200028933", null),

    /** Positions of combinations. */
    COMBINATORIAL_MODULE("0x30000034706C7d8e12009DAB006Be20000c031A8", null),

    /** Redeems for accounts that allow it. */
    AUTO_REDEEM_OPERATOR("0xa1200000d0002264C9a1698e001292D00E1b00af", null),

    /** Makes proxy wallets. */
    PROXY_FACTORY("0xaB45c5A4B0c941a2F231C04C3f49182e1A254052", null),

    /** Carries transactions of proxy wallets. */
    RELAY_HUB("0xD216153c06E857cD7f72665E0aF1d7D82172F494", null),

    /** Makes Safes. */
    SAFE_FACTORY("0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b", "0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b"),

    /** Lets a Safe make several calls at once. */
    SAFE_MULTISEND("0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761", "0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761"),

    /** Makes deposit wallets. */
    DEPOSIT_WALLET_FACTORY("0x00000000000Fb5C9ADea0298D729A0CB3823Cc07", "0x00000000000Fb5C9ADea0298D729A0CB3823Cc07"),

    /** What a deposit wallet without a beacon runs. */
    DEPOSIT_WALLET_IMPLEMENTATION(
            "0x58CA52ebe0DadfdF531Cde7062e76746de4Db1eB", "0x50a88fE9a441cB4c9c2aD6A2207CE2795C7D7Fbd"),

    /** What says what a deposit wallet with a beacon runs. */
    DEPOSIT_WALLET_BEACON("0x7A18EDfe055488A3128f01F563e5B479D92ffc3a", null);

    private final Address polygon;
    private final @Nullable Address amoy;

    Contract(String polygon, @Nullable String amoy) {
        this.polygon = new Address(polygon);
        this.amoy = amoy == null ? null : new Address(amoy);
    }

    /**
     * Where the contract is.
     *
     * @param chain on which chain
     * @return absent if the chain has none, or none that is known
     */
    public Optional<Address> on(Chain chain) {
        return chain == Chain.POLYGON ? Optional.of(polygon) : Optional.ofNullable(amoy);
    }
}
