package io.ploy.testkit.polymarket.contract;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The venue's contracts that the simulated chain has. Source: the venue's clients, November 2026. */
@SuppressWarnings("ImmutableEnumChecker") // an address never changes, but has no annotation to say so
public enum VenueContract {
    /** What is paid with: pUSD, six decimals. */
    COLLATERAL(
            "collateral", "0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB", "0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB"),
    /** The ledger of outcome tokens. */
    CONDITIONAL_TOKENS(
            "conditionalTokens",
            "0x4D97DCd97eC945f40cF65F87097ACe5EA0476045",
            "0x69308FB512518e39F9b16112fA8d994F4e2Bf8bB"),
    /** The ledger of positions. */
    POSITION_MANAGER("positionManager", "0x006F54F7f9A22e0000CC2AB60031000000ae9fEF", null),
    /** The exchange of ordinary token markets. */
    EXCHANGE("exchange", "0xE111180000d2663C0091e4f400237545B87B996B", "0xE111180000d2663C0091e4f400237545B87B996B"),
    /** The exchange of token markets with negative risk. */
    NEG_RISK_EXCHANGE(
            "negRiskExchange",
            "0xe2222d279d744050d28e00520010520000310F59",
            "0xe2222d279d744050d28e00520010520000310F59"),
    /** The exchange of position markets. */
    POSITION_EXCHANGE(
            "positionExchange",
            "0xe3333700cA9d93003F00f0F71f8515005F6c00Aa",
            "0x9fE6e61422AdB6F610d8597F9684b16912D50C3D"),
    /** Splits, merges and redeems tokens of ordinary markets. */
    ADAPTER("collateralAdapter", "0xAdA100Db00Ca00073811820692005400218FcE1f", null),
    /** Splits, merges, redeems and converts tokens of markets with negative risk. */
    NEG_RISK_ADAPTER("negRiskCollateralAdapter", "0xadA2005600Dec949baf300f4C6120000bDB6eAab", null),
    /** Reports the answers to questions of markets with negative risk; part of what their conditions are hashes of. */
    NEG_RISK_ORACLE("negRiskAdapter", "0xd91E80cF2E7be2e162c6513ceD06f1dD0dA35296", null),
    /** Splits, merges and redeems positions. */
    ROUTER("router", "0x12121212006e4CD160D18e3f00711DA5c3372600", null),
    /** Positions of single questions. */
    BINARY_MODULE("binaryModule", "0x1000008dD9001B968442c1000017eaE6E0dA00Ba", null),
    /** Positions of events with negative risk. */
    NEG_RISK_MODULE("negRiskModule", "0x200000900045e3B6259600682756002200028933", null),
    /** Redeems for accounts that allow it. */
    AUTO_REDEEM_OPERATOR("autoRedeemOperator", "0xa1200000d0002264C9a1698e001292D00E1b00af", null),
    /** Makes proxy wallets and carries their calls. */
    PROXY_FACTORY("proxyFactory", "0xaB45c5A4B0c941a2F231C04C3f49182e1A254052", null),
    /** Counts the transactions of proxy wallets. */
    RELAY_HUB("relayHub", "0xD216153c06E857cD7f72665E0aF1d7D82172F494", null),
    /** Makes Safes. */
    SAFE_FACTORY(
            "safeFactory", "0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b", "0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b"),
    /** Lets a Safe make several calls at once. */
    MULTI_SEND(
            "safeMultisend",
            "0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761",
            "0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761"),
    /** Makes deposit wallets and carries their calls. */
    DEPOSIT_WALLET_FACTORY(
            "depositWalletFactory",
            "0x00000000000Fb5C9ADea0298D729A0CB3823Cc07",
            "0x00000000000Fb5C9ADea0298D729A0CB3823Cc07"),
    /** Says what deposit wallets are made of. */
    DEPOSIT_WALLET_BEACON("depositWalletBeacon", "0x7A18EDfe055488A3128f01F563e5B479D92ffc3a", null);

    private static final long POLYGON = 137;
    private static final long AMOY = 80_002;

    private static final Map<Address, VenueContract> ON_POLYGON = all(POLYGON);
    private static final Map<Address, VenueContract> ON_AMOY = all(AMOY);

    private final String word;
    private final Address onPolygon;
    private final @Nullable Address onAmoy;

    VenueContract(String word, String onPolygon, @Nullable String onAmoy) {
        this.word = word;
        this.onPolygon = new Address(onPolygon);
        this.onAmoy = onAmoy == null ? null : new Address(onAmoy);
    }

    private static Map<Address, VenueContract> all(long chainId) {
        Map<Address, VenueContract> all = new HashMap<>();
        for (VenueContract each : values()) {
            each.on(chainId).ifPresent(address -> all.put(address, each));
        }
        return all;
    }

    /**
     * Where it is.
     *
     * @param chainId 137 or 80002
     * @return absent if the chain has none
     */
    public Optional<Address> on(long chainId) {
        return Optional.ofNullable(chainId == POLYGON ? onPolygon : onAmoy);
    }

    /**
     * What is at an address.
     *
     * @param address any
     * @param chainId 137 or 80002
     * @return absent if none of these contracts is
     */
    public static Optional<VenueContract> at(Address address, long chainId) {
        return Optional.ofNullable((chainId == POLYGON ? ON_POLYGON : ON_AMOY).get(address));
    }

    /**
     * Where a market is traded.
     *
     * @param market which
     * @return one of the three exchanges
     */
    public static VenueContract exchangeOf(ListedMarket market) {
        if (market.version() == ProtocolVersion.V2) {
            return POSITION_EXCHANGE;
        }
        return market.negRisk() ? NEG_RISK_EXCHANGE : EXCHANGE;
    }

    /**
     * Who keeps the shares of a market.
     *
     * @param market which
     * @return one of the two ledgers
     */
    public static VenueContract ledgerOf(ListedMarket market) {
        return market.version() == ProtocolVersion.V2 ? POSITION_MANAGER : CONDITIONAL_TOKENS;
    }

    /**
     * As descriptions of the venue name it.
     *
     * @return such as {@code positionManager}
     */
    public String word() {
        return word;
    }
}
