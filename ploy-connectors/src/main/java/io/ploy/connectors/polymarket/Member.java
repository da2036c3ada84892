package io.ploy.connectors.polymarket;

import java.util.HashMap;
import java.util.Map;

/** The members of the stream's messages by the names the venue gives them, now or in older days. */
@SuppressWarnings("ImmutableEnumChecker") // Nobody writes to the letters.
enum Member {
    EVENT_TYPE("event_type"),
    MARKET("market"),
    ASSET_ID("asset_id"),
    TIMESTAMP("timestamp"),
    HASH("hash"),
    BIDS("bids", "buys"),
    ASKS("asks", "sells"),
    CHANGES("price_changes", "changes"),
    PRICE("price"),
    SIZE("size"),
    SIDE("side"),
    BEST_BID("best_bid"),
    BEST_ASK("best_ask"),
    TICK_SIZE("tick_size"),
    NEW_TICK_SIZE("new_tick_size"),
    LAST_TRADE_PRICE("last_trade_price"),
    MIN_ORDER_SIZE("min_order_size"),
    NEG_RISK("neg_risk"),
    VERSION("version"),
    WINNING_ASSET_ID("winning_asset_id"),
    /** Described by the venue, and of no use here. */
    OF_NO_USE(
            "id",
            "question",
            "slug",
            "description",
            "assets_ids",
            "outcomes",
            "event_message",
            "tags",
            "condition_id",
            "active",
            "clob_token_ids",
            "sports_market_type",
            "line",
            "game_start_time",
            "order_price_min_tick_size",
            "group_item_title",
            "taker_base_fee",
            "fees_enabled",
            "fee_schedule",
            "winning_outcome",
            "old_tick_size",
            "fee_rate_bps",
            "transaction_hash",
            "spread"),
    UNKNOWN;

    private static final int SLOTS = 256;
    private static final char[][] NAMES = new char[SLOTS][];
    private static final Member[] MEMBERS = new Member[SLOTS];

    private static final Map<String, Member> BY_NAME = new HashMap<>();

    private final String[] names;
    /** The name as it mostly stands in an object, or nothing where there is no one name. */
    private final char[] written;

    Member(String... names) {
        this.names = names;
        this.written = names.length == 0 || names.length > 2 ? new char[0] : ('"' + names[0] + "\":").toCharArray();
    }

    char[] written() {
        return written;
    }

    static {
        for (Member member : values()) {
            for (String name : member.names) {
                char[] letters = name.toCharArray();
                int slot = slot(letters, 0, letters.length);
                while (MEMBERS[slot] != null) {
                    slot = (slot + 1) & (SLOTS - 1);
                }
                NAMES[slot] = letters;
                MEMBERS[slot] = member;
                BY_NAME.put(name, member);
            }
        }
    }

    static Member of(String name) {
        return BY_NAME.getOrDefault(name, UNKNOWN);
    }

    /** Finds a name in place. */
    static Member of(char[] chars, int from, int to) {
        if (from == to) {
            return UNKNOWN;
        }
        int slot = slot(chars, from, to);
        while (MEMBERS[slot] != null) {
            if (same(NAMES[slot], chars, from, to)) {
                return MEMBERS[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return UNKNOWN;
    }

    private static int slot(char[] chars, int from, int to) {
        return (29 * (to - from) + 5 * chars[from] + chars[to - 1]) & (SLOTS - 1);
    }

    private static boolean same(char[] name, char[] chars, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (name[i] != chars[from + i]) {
                return false;
            }
        }
        return true;
    }
}
