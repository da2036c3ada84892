package io.ploy.connectors.polymarket;

import io.ploy.api.money.FixedPoint;

/** Reads the levels of a book in place. What is wrong with one is noted with the side it is of. */
final class LevelScanner {
    private static final char[] PLAIN_PRICE = "{\"price\":".toCharArray();
    private static final char[] PLAIN_SIZE = ",\"size\":".toCharArray();

    /** What no decimal reads as, nor the lack of one. */
    private static final long UNSAID = Long.MIN_VALUE + 2;

    private final JsonText json;
    private final MemberOrder order = new MemberOrder();
    private long unknownMembers;

    LevelScanner(JsonText json) {
        this.json = json;
    }

    long takeUnknownMembers() {
        long count = unknownMembers;
        unknownMembers = 0;
        return count;
    }

    void read(WireLevels into, String name) throws NotJsonException {
        if (json.chars[json.at] != '[') {
            json.value();
            into.problem(name + " is no list");
            return;
        }
        into.present = true;
        if (json.enter(']')) {
            do {
                if (!plainLevel(into)) {
                    level(into, name);
                }
            } while (json.another(']'));
        }
    }

    /** A level written the way the venue writes them, or else nothing is read. */
    private boolean plainLevel(WireLevels into) {
        int from = json.at;
        if (json.skip(PLAIN_PRICE)) {
            long price = json.plainDecimal();
            String priceText = json.written();
            if (price >= 0 && price <= FixedPoint.ONE && json.skip(PLAIN_SIZE)) {
                long size = json.plainDecimal();
                String sizeText = json.written();
                if (size >= 0 && json.chars[json.at] == '}') {
                    json.at++;
                    into.levels.add(price, size, priceText, sizeText);
                    return true;
                }
            }
        }
        json.at = from;
        return false;
    }

    private void level(WireLevels into, String name) throws NotJsonException {
        if (json.peek() != '{') {
            json.value();
            into.problem("a level of " + name + " is no object");
            return;
        }
        long price = UNSAID;
        long size = UNSAID;
        String priceText = null;
        String sizeText = null;
        if (json.enter('}')) {
            Member member = Member.UNKNOWN;
            do {
                member = json.name(order, member);
                if (member != Member.PRICE && member != Member.SIZE) {
                    unknownMembers++;
                    json.value();
                } else if (json.chars[json.at] == 'n') {
                    json.value();
                } else if (member == Member.PRICE && price == UNSAID) {
                    price = json.decimal();
                    priceText = json.written();
                } else if (member == Member.SIZE && size == UNSAID) {
                    size = json.decimal();
                    sizeText = json.written();
                } else {
                    into.problem("a level of " + name + " has two of " + member);
                    json.value();
                }
            } while (json.another('}'));
        }
        if (price < 0 || price > FixedPoint.ONE || size < 0) {
            into.problem("a level of " + name + " has no price from 0 to 1, or no size from 0 up");
        } else {
            into.levels.add(price, size, priceText, sizeText);
        }
    }
}
