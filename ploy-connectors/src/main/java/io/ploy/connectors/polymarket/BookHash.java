package io.ploy.connectors.polymarket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash the venue puts on a book: the SHA-1 of the book's compact JSON with the hash itself left empty. It says
 * whether a book kept up to date by changes is still the venue's, also below the best prices.
 *
 * <p><b>Threading.</b> Not thread-safe; one instance serves one thread for any number of books.
 */
public final class BookHash {
    private final MessageDigest sha1;
    private final StringBuilder json = new StringBuilder(8192);

    /** A calculator. */
    public BookHash() {
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /**
     * The hash of a book.
     *
     * @param book in the venue's words
     * @return 40 hexadecimal digits, lower case
     */
    public String of(BookText book) {
        json.setLength(0);
        json.append("{\"market\":\"").append(book.market());
        json.append("\",\"asset_id\":\"").append(book.assetId());
        json.append("\",\"timestamp\":\"").append(book.timestamp());
        json.append("\",\"hash\":\"\",\"bids\":");
        levels(book.bids());
        json.append(",\"asks\":");
        levels(book.asks());
        json.append(",\"min_order_size\":\"").append(book.minOrderSize());
        json.append("\",\"tick_size\":\"").append(book.tickSize());
        json.append("\",\"neg_risk\":").append(book.negRisk());
        json.append(",\"last_trade_price\":\"").append(book.lastTradePrice());
        if (book.version() != null) {
            json.append("\",\"version\":\"").append(book.version());
        }
        json.append("\"}");
        return HexFormat.of().formatHex(sha1.digest(json.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void levels(List<BookText.Level> levels) {
        json.append('[');
        for (int i = 0; i < levels.size(); i++) {
            BookText.Level level = levels.get(i);
            json.append(i == 0 ? "{\"price\":\"" : ",{\"price\":\"").append(level.price());
            json.append("\",\"size\":\"").append(level.size()).append("\"}");
        }
        json.append(']');
    }
}
