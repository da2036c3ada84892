package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookLevel;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of a book as it came, used again for the next frame. */
final class WireLevels {
    final Levels levels = new Levels();
    private BookLevel[] room = {};
    boolean present;
    /** What is wrong with it, or null. */
    @Nullable
    String problem;

    void clear() {
        levels.clear();
        present = false;
        problem = null;
    }

    void problem(String what) {
        if (problem == null) {
            problem = what;
        }
    }

    /** What is wrong with it as a side of a book, or null. */
    @Nullable
    String check(String name) {
        if (!present) {
            return "a book lacks " + name;
        }
        if (problem != null) {
            return problem;
        }
        long twice = levels.twice();
        return twice < 0 ? null : name + " has two levels at " + FixedPoint.format(twice);
    }

    /** For the event: those with any size. */
    List<BookLevel> toList() {
        int filled = 0;
        for (int i = 0; i < levels.count(); i++) {
            if (levels.size(i) != 0) {
                filled++;
            }
        }
        // The list copies its elements, so the room can be had again; and often the next book has as many levels.
        if (room.length != filled) {
            room = new BookLevel[filled];
        }
        int to = 0;
        for (int i = 0; i < levels.count(); i++) {
            if (levels.size(i) != 0) {
                room[to++] = new BookLevel(Prices.of(levels.price(i)), new Quantity(levels.size(i)));
            }
        }
        return List.of(room);
    }
}
