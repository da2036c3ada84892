package io.ploy.testkit.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One kind of thing that is listed page by page, after a cursor or from an offset. A cursor names the last row of its page
 * and the order of the listing, so that rows that come or go between pages neither repeat nor hide others.
 *
 * @param <T> what is listed
 */
final class Listing<T> {
    private static final int MOST = 100;
    private static final int FARTHEST = 2_000;
    private static final int USUAL = 20;

    private final String member;
    private final Supplier<? extends Collection<T>> all;
    private final Function<T, String> id;
    private final Map<String, Comparator<T>> orders;
    private final BiPredicate<T, Filters> fits;
    private final Function<T, ObjectNode> json;

    Listing(
            String member,
            Supplier<? extends Collection<T>> all,
            Function<T, String> id,
            Map<String, Comparator<T>> orders,
            BiPredicate<T, Filters> fits,
            Function<T, ObjectNode> json) {
        this.member = member;
        this.all = all;
        this.id = id;
        this.orders = orders;
        this.fits = fits;
        this.json = json;
    }

    /** A page after a cursor. */
    WireAnswer keyset(WireRequest request) {
        Filters filters = new Filters(request);
        if (filters.isAsked("offset")) {
            throw Filters.refused("offset is not supported, use after_cursor");
        }
        Comparator<T> order = order(filters);
        String name = orderName(filters);
        Stream<T> rows = fitting(filters, order);
        String cursor = filters.text("after_cursor", "");
        if (!cursor.isEmpty()) {
            T last = last(cursor, name);
            rows = rows.filter(row -> order.compare(row, last) > 0);
        }
        int limit = Math.max(1, filters.count("limit", USUAL, MOST));
        List<T> page = rows.limit(limit + 1L).toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode array = answer.putArray(member);
        page.stream().limit(limit).map(json).forEach(array::add);
        if (page.size() > limit) {
            answer.put("next_cursor", cursor(name, page.get(limit - 1)));
        }
        return WireAnswer.json(answer.toString());
    }

    /** A page from an offset, as older clients ask for it. */
    WireAnswer offset(WireRequest request) {
        Filters filters = new Filters(request);
        int offset = filters.count("offset", 0, Integer.MAX_VALUE);
        if (offset > FARTHEST) {
            throw Filters.refused("offset too large, use keyset pagination");
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        fitting(filters, order(filters))
                .skip(offset)
                .limit(filters.count("limit", USUAL, MOST))
                .map(json)
                .forEach(array::add);
        return WireAnswer.json(array.toString());
    }

    private Stream<T> fitting(Filters filters, Comparator<T> order) {
        return all.get().stream().filter(row -> fits.test(row, filters)).sorted(order);
    }

    private static String orderName(Filters filters) {
        return filters.text("order", "id") + (filters.text("ascending", "true").equals("false") ? "-" : "+");
    }

    /** Rows that are equal in the order asked for stay in the order of their numbers. */
    private Comparator<T> order(Filters filters) {
        String name = filters.text("order", "id");
        Comparator<T> byNumber = Comparator.comparingLong(row -> Long.parseLong(id.apply(row)));
        Comparator<T> wanted = name.equals("id") ? byNumber : orders.get(name);
        if (wanted == null) {
            throw Filters.refused("order fields are not valid: " + name);
        }
        boolean descending = filters.text("ascending", "true").equals("false");
        return (descending ? wanted.reversed() : wanted).thenComparing(byNumber);
    }

    private String cursor(String order, T last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((order + id.apply(last)).getBytes(StandardCharsets.UTF_8));
    }

    private T last(String cursor, String order) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(order)) {
                String wanted = text.substring(order.length());
                return all.get().stream()
                        .filter(row -> id.apply(row).equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> Filters.refused("invalid cursor"));
            }
        } catch (IllegalArgumentException e) {
            // Not a cursor of ours: refused below.
        }
        throw Filters.refused("invalid cursor");
    }
}
