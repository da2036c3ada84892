package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What the venue calls what a recording names: the same, where the venue could; otherwise a hash of it. */
final class VenueNames {
    private static final Pattern CONDITION = Pattern.compile("0x(?:[0-9a-f]{64}|[0-9a-f]{62})");
    private static final Pattern TOKEN = Pattern.compile("[1-9][0-9]{0,77}");
    private static final int POSITION_LENGTH = 64;

    private VenueNames() {}

    static MarketId market(MarketId recorded) {
        String symbol = recorded.symbol();
        return new MarketId(
                ListedMarket.VENUE, CONDITION.matcher(symbol).matches() ? symbol : hex(recorded.toString()));
    }

    static InstrumentId instrument(InstrumentId recorded) {
        String symbol = recorded.symbol();
        return new InstrumentId(
                ListedMarket.VENUE,
                TOKEN.matcher(symbol).matches() ? symbol : new BigInteger(1, hash(recorded.toString())).toString());
    }

    static String question(MarketId recorded) {
        return hex("question of " + recorded);
    }

    /** Names of positions are a byte shorter than those of conditions. */
    static ProtocolVersion version(MarketId market) {
        return market.symbol().length() == POSITION_LENGTH ? ProtocolVersion.V2 : ProtocolVersion.V1;
    }

    private static String hex(String text) {
        return "0x" + HexFormat.of().formatHex(hash(text));
    }

    private static byte[] hash(String text) {
        return Keccak256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
