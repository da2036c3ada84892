package io.ploy.testkit.polymarket.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything known to go wrong between a trading process and Polymarket. A number is never used again. */
public enum Fault {
    /** An order is taken, and its answer breaks off. */
    F01("accepted-then-cut", "An order is taken, and its answer breaks off.", Point.REST, Point.TRANSPORT),
    /** A request is lost before the venue acts on it. */
    F02("dropped-before-processing", "A request is lost before the venue acts on it.", Point.REST, Point.TRANSPORT),
    /** An answer comes late; the request was acted on before, after, or not at all. */
    F03("late-answer", "An answer comes late; the request was acted on before, after, or not at all.", Point.REST),
    /** The second copy of an order is answered oddly. */
    F04("odd-resend", "The second copy of an order is answered oddly.", Point.REST),
    /** An order is answered with status 500, whether it was taken or not. */
    F05(
            "error-on-execution",
            "An order is answered with status 500, whether it was taken or not.",
            Point.REST,
            Point.ENGINE),
    /** The venue checks and tells balances as they were a while ago. */
    F06("stale-balance", "The venue checks and tells balances as they were a while ago.", Point.REST),
    /** The venue keeps money reserved that no open order needs. */
    F07("leaked-reservation", "The venue keeps money reserved that no open order needs.", Point.REST),
    /** Amounts with more decimals than allowed are refused. */
    F08("precision-refused", "Amounts with more decimals than allowed are refused.", Point.REST),
    /** Orders below a size or a value are refused. */
    F09("minimum-refused", "Orders below a size or a value are refused.", Point.REST, Point.ENGINE),
    /** A market's price step changes. */
    F10("tick-moves", "A market's price step changes.", Point.REST, Point.MARKET_STREAM),
    /** The book moves against a post-only order on its way. */
    F11("post-only-crosses", "The book moves against a post-only order on its way.", Point.ENGINE),
    /** A fill-and-kill order meets nothing, too little, or is told live and fills later. */
    F12(
            "odd-fill-and-kill",
            "A fill-and-kill order meets nothing, too little, or is told live and fills later.",
            Point.REST,
            Point.ENGINE),
    /** A fill-or-kill order is refused although the book could fill it. */
    F13("fill-or-kill-refused", "A fill-or-kill order is refused although the book could fill it.", Point.ENGINE),
    /** Orders that cross wait before they match. */
    F14("delayed", "Orders that cross wait before they match.", Point.REST, Point.USER_STREAM),
    /** The answer to a batch of orders is incomplete or odd. */
    F15("batch-trouble", "The answer to a batch of orders is incomplete or odd.", Point.REST, Point.TRANSPORT),
    /** A better price turns up before an order matches. */
    F16("more-shares", "A better price turns up before an order matches.", Point.ENGINE),
    /** The venue signs and trades by another protocol version. */
    F17("version-flips", "The venue signs and trades by another protocol version.", Point.REST, Point.DATA),
    /** One link of an account's set-up is broken. */
    F18("broken-setup", "One link of an account's set-up is broken.", Point.REST, Point.CHAIN),
    /** Signatures are refused, or the neg-risk flag fails or lies. */
    F19("signature-trouble", "Signatures are refused, or the neg-risk flag fails or lies.", Point.REST),
    /** Expirations are refused near their end, or the venue's clock is off. */
    F20(
            "expiry-trouble",
            "Expirations are refused near their end, or the venue's clock is off.",
            Point.REST,
            Point.PROCESS),
    /** A market pauses, closes, loses its book or has it cleared. */
    F21(
            "market-goes-away",
            "A market pauses, closes, loses its book or has it cleared.",
            Point.REST,
            Point.ENGINE,
            Point.DATA),
    /** The matching engine restarts. */
    F22("restart", "The matching engine restarts.", Point.REST, Point.ENGINE, Point.MARKET_STREAM, Point.USER_STREAM),
    /** The venue takes only cancels, only post-only orders, or nothing. */
    F23("trading-limited", "The venue takes only cancels, only post-only orders, or nothing.", Point.REST),
    /** Heartbeats are lost, refused, answered wrongly or taken over. */
    F24("heartbeat-trouble", "Heartbeats are lost, refused, answered wrongly or taken over.", Point.REST),
    /** Trades settle as they should, at other times. */
    F25("slow-settlement", "Trades settle as they should, at other times.", Point.SETTLEMENT),
    /** A trade's settlement is retried and succeeds. */
    F26("settlement-retried", "A trade's settlement is retried and succeeds.", Point.SETTLEMENT),
    /** A matched trade fails. */
    F27("settlement-fails", "A matched trade fails.", Point.SETTLEMENT),
    /** A matched trade stays matched for ever. */
    F28("never-settles", "A matched trade stays matched for ever.", Point.SETTLEMENT),
    /** A mined trade is undone by the chain. */
    F29("reorganised", "A mined trade is undone by the chain.", Point.SETTLEMENT, Point.CHAIN),
    /** Trade ids and transaction hashes are not told together. */
    F30(
            "ids-and-hashes-apart",
            "Trade ids and transaction hashes are not told together.",
            Point.SETTLEMENT,
            Point.REST),
    /** Trades fail when they would have won, or lost. */
    F31("adverse-failure", "Trades fail when they would have won, or lost.", Point.SETTLEMENT),
    /** An order's look-up lags or says nothing. */
    F32("lookup-omits", "An order's look-up lags or says nothing.", Point.REST),
    /** Own events come early, twice, mixed up or for somebody else. */
    F33("event-order", "Own events come early, twice, mixed up or for somebody else.", Point.USER_STREAM, Point.REST),
    /** Orders fill in unusual ways: by minting, merging, at several prices, against oneself. */
    F34(
            "cross-outcome-fill",
            "Orders fill in unusual ways: by minting, merging, at several prices, against oneself.",
            Point.ENGINE,
            Point.USER_STREAM,
            Point.REST),
    /** A fill ends micros short of the whole order. */
    F35("residual", "A fill ends micros short of the whole order.", Point.ENGINE),
    /** A cancel and a fill cross each other. */
    F36("cancel-race", "A cancel and a fill cross each other.", Point.REST, Point.ENGINE, Point.USER_STREAM),
    /** An order in flight appears after everything was cancelled. */
    F37("sweep-misses", "An order in flight appears after everything was cancelled.", Point.REST, Point.ENGINE),
    /** The index of positions lags or lies. */
    F38("positions-lie", "The index of positions lags or lies.", Point.DATA),
    /** Lists page wrongly. */
    F39("pagination", "Lists page wrongly.", Point.REST, Point.DATA),
    /** Reads leave rows out. */
    F40("reads-omit", "Reads leave rows out.", Point.REST),
    /** A connection answers pings and tells nothing. */
    F41("silent-connection", "A connection answers pings and tells nothing.", Point.MARKET_STREAM, Point.USER_STREAM),
    /** A connection tells nothing of some assets. */
    F42("silent-asset", "A connection tells nothing of some assets.", Point.MARKET_STREAM),
    /** A connection takes only so many assets. */
    F43("subscription-limits", "A connection takes only so many assets.", Point.MARKET_STREAM),
    /** A WebSocket dies badly. */
    F44("bad-socket", "A WebSocket dies badly.", Point.TRANSPORT),
    /** Changes of the book are lost, doubled, swapped or wrongly hashed. */
    F45("delta-loss", "Changes of the book are lost, doubled, swapped or wrongly hashed.", Point.MARKET_STREAM),
    /** The book is told crossed or locked for a while, or with empty levels. */
    F46("odd-book", "The book is told crossed or locked for a while, or with empty levels.", Point.MARKET_STREAM),
    /** Levels come unsorted or doubled, or the book of a ghost. */
    F47("ugly-levels", "Levels come unsorted or doubled, or the book of a ghost.", Point.MARKET_STREAM, Point.REST),
    /** Frames are not what they should be. */
    F48("odd-frame", "Frames are not what they should be.", Point.MARKET_STREAM, Point.USER_STREAM, Point.REST),
    /** A flood of changes of a book. */
    F49("burst", "A flood of changes of a book.", Point.MARKET_STREAM),
    /** Own events are lost for a time. */
    F50("user-gap", "Own events are lost for a time.", Point.USER_STREAM),
    /** WebSocket handshakes are refused. */
    F51(
            "handshake-refused",
            "WebSocket handshakes are refused.",
            Point.MARKET_STREAM,
            Point.USER_STREAM,
            Point.TRANSPORT),
    /** Events of a market's life are lost or late. */
    F52("lifecycle-missing", "Events of a market's life are lost or late.", Point.MARKET_STREAM, Point.DATA),
    /** The venue's edge answers in its place, in HTML. */
    F53("edge-refusal", "The venue's edge answers in its place, in HTML.", Point.REST, Point.TRANSPORT),
    /** A key's limits change. */
    F54("key-limits", "A key's limits change.", Point.REST),
    /** HTTP/2 connections and streams end under requests. */
    F55("http2", "HTTP/2 connections and streams end under requests.", Point.TRANSPORT),
    /** Connections fail before or under HTTP. */
    F56("below-http", "Connections fail before or under HTTP.", Point.TRANSPORT),
    /** The venue's clock is off, or credentials lapse. */
    F57("clock-and-keys", "The venue's clock is off, or credentials lapse.", Point.REST, Point.PROCESS),
    /** The place may not trade, or only close. */
    F58("geography", "The place may not trade, or only close.", Point.REST),
    /** The relayer refuses, forgets, or says done when nothing happened. */
    F59("relayer", "The relayer refuses, forgets, or says done when nothing happened.", Point.CHAIN),
    /** A market resolves oddly. */
    F60("resolution", "A market resolves oddly.", Point.DATA, Point.CHAIN),
    /** Winnings were redeemed by somebody else, or pay nothing. */
    F61("redeem-oddities", "Winnings were redeemed by somebody else, or pay nothing.", Point.CHAIN),
    /** The chain's node throttles, lags, disagrees or refuses. */
    F62("node-trouble", "The chain's node throttles, lags, disagrees or refuses.", Point.CHAIN),
    /** The process under test is killed or paused. */
    F63("kill", "The process under test is killed or paused.", Point.PROCESS),
    /** The files of the process under test are damaged. */
    F64("storage", "The files of the process under test are damaged.", Point.PROCESS),
    /** A strategy misbehaves. */
    F65("bad-guest", "A strategy misbehaves.", Point.PROCESS),
    /** Fees change, or are told wrongly. */
    F66("fees", "Fees change, or are told wrongly.", Point.ENGINE, Point.SETTLEMENT, Point.REST);

    /** Where a fault is injected. */
    public enum Point {
        /** Requests and answers. */
        REST,
        /** The stream of books. */
        MARKET_STREAM,
        /** The stream of own events. */
        USER_STREAM,
        /** Matching. */
        ENGINE,
        /** What becomes of what matched. */
        SETTLEMENT,
        /** The chain's node and the relayer. */
        CHAIN,
        /** What lies under all of these. */
        TRANSPORT,
        /** The catalogue, the indexer, resolutions. */
        DATA,
        /** The process under test. */
        PROCESS
    }

    private final String title;
    private final String words;
    /** Each point is a bit. */
    private final int points;

    Fault(String title, String words, Point... points) {
        this.title = title;
        this.words = words;
        int bits = 0;
        for (Point point : points) {
            bits |= 1 << point.ordinal();
        }
        this.points = bits;
    }

    /**
     * Its name in words.
     *
     * @return lower case, with hyphens
     */
    public String title() {
        return title;
    }

    /**
     * What it does.
     *
     * @return a sentence
     */
    public String words() {
        return words;
    }

    /**
     * Where it is injected.
     *
     * @return at least one point
     */
    public List<Point> points() {
        return Stream.of(Point.values())
                .filter(point -> (points & 1 << point.ordinal()) != 0)
                .toList();
    }

    /**
     * Finds a fault by its number or its name.
     *
     * @param text such as {@code F01} or {@code accepted-then-cut}, in any case
     * @return absent if there is none
     */
    public static Optional<Fault> of(String text) {
        String wanted = text.trim().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(fault -> fault.name().toLowerCase(Locale.ROOT).equals(wanted) || fault.title.equals(wanted))
                .findFirst();
    }
}
