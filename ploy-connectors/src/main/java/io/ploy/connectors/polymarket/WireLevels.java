package io.ploy.connectors.polymarket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One side of a book as it came, read into arrays that are used again for the next frame. */
final class WireLevels {
    private final boolean keepText;
    private final TextSlice text = new TextSlice();
    private long[] prices = new long[128];
    private long[] sizes = new long[128];
    private final List<BookText.Level> texts = new ArrayList<>();
    private int count;
    boolean present;

    WireLevels(boolean keepText) {
        this.keepText = keepText;
    }

    void clear() {
        count = 0;
        texts.clear();
        present = false;
    }

    void read(JsonParser in, String name) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedFrameException(name + " is no list");
        }
        present = true;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            readLevel(in, name);
        }
    }

    private void readLevel(JsonParser in, String name) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedFrameException("a level of " + name + " is no object");
        }
        long price = -1;
        long size = -1;
        String priceText = "";
        String sizeText = "";
        String field;
        while ((field = in.nextFieldName()) != null) {
            in.nextToken();
            if (field.equals("price") && price < 0) {
                price = price(text.micros(in, "price"));
                priceText = keepText ? in.getText() : "";
            } else if (field.equals("size") && size < 0) {
                size = size(text.micros(in, "size"));
                sizeText = keepText ? in.getText() : "";
            } else if (field.equals("price") || field.equals("size")) {
                throw new MalformedFrameException("a level of " + name + " has two of " + field);
            } else {
                in.skipChildren();
            }
        }
        if (price < 0 || size < 0) {
            throw new MalformedFrameException("a level of " + name + " has no price or no size");
        }
        add(price, size);
        if (keepText) {
            texts.add(new BookText.Level(priceText, sizeText));
        }
    }

    private void add(long price, long size) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        prices[count] = price;
        sizes[count++] = size;
    }

    static long price(long micros) throws MalformedFrameException {
        if (micros < 0 || micros > FixedPoint.ONE) {
            throw new MalformedFrameException("price outside [0, 1]: " + FixedPoint.format(micros));
        }
        return micros;
    }

    static long size(long micros) throws MalformedFrameException {
        if (micros < 0) {
            throw new MalformedFrameException("size below zero: " + FixedPoint.format(micros));
        }
        return micros;
    }

    /** Refuses a price that stands twice: which of the two is right cannot be known. */
    void checkEachPriceOnce(String name) throws MalformedFrameException {
        boolean rising = true;
        boolean falling = true;
        for (int i = 1; i < count; i++) {
            rising &= prices[i] > prices[i - 1];
            falling &= prices[i] < prices[i - 1];
        }
        if (rising || falling) {
            return;
        }
        long[] sorted = Arrays.copyOf(prices, count);
        Arrays.sort(sorted);
        for (int i = 1; i < count; i++) {
            if (sorted[i] == sorted[i - 1]) {
                throw new MalformedFrameException(name + " has two levels at " + FixedPoint.format(sorted[i]));
            }
        }
    }

    List<BookLevel> levels() {
        BookLevel[] levels = new BookLevel[count];
        int filled = 0;
        for (int i = 0; i < count; i++) {
            if (sizes[i] != 0) {
                levels[filled++] = new BookLevel(new Price(prices[i]), new Quantity(sizes[i]));
            }
        }
        return List.of(filled == count ? levels : Arrays.copyOf(levels, filled));
    }

    /** As received, in the order received. */
    List<BookText.Level> texts() {
        return texts;
    }

    void copyTo(KeptBook book, BookSide side) {
        for (int i = 0; i < count; i++) {
            book.set(side, prices[i], sizes[i], texts.get(i));
        }
    }
}
