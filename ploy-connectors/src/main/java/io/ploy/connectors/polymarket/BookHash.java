package io.ploy.connectors.polymarket;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hash the venue puts on a book: the SHA-1 of the book's compact JSON with the hash itself left empty. It says
 * whether a book kept up to date by changes is still the venue's, also below the best prices.
 *
 * <p><b>Threading.</b> Not thread-safe; one instance serves one thread for any number of books.
 */
public final class BookHash {
    private final MessageDigest sha1;
    private final byte[] digest = new byte[20];
    private final HashInput json = new HashInput();

    /** A book of which the numbers are known, and how they were written only where that is not the shortest way. */
    record Numbers(
            String market,
            String assetId,
            String timestamp,
            Levels bids,
            Levels asks,
            String minOrderSize,
            String tickSize,
            boolean negRisk,
            String lastTradePrice,
            @Nullable String version) {}

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
        calculate(new Numbers(
                book.market(),
                book.assetId(),
                book.timestamp(),
                levels(book.bids()),
                levels(book.asks()),
                book.minOrderSize(),
                book.tickSize(),
                book.negRisk(),
                book.lastTradePrice(),
                book.version()));
        return HexFormat.of().formatHex(digest);
    }

    private static Levels levels(List<BookText.Level> texts) {
        Levels levels = new Levels();
        texts.forEach(each -> levels.add(0, 0, each.price(), each.size()));
        return levels;
    }

    /** Whether this is the hash of a book. */
    boolean matches(String stated, Numbers book) {
        calculate(book);
        if (stated.length() != 2 * digest.length) {
            return false;
        }
        for (int i = 0; i < digest.length; i++) {
            if (stated.charAt(2 * i) != Character.forDigit(digest[i] >> 4 & 15, 16)
                    || stated.charAt(2 * i + 1) != Character.forDigit(digest[i] & 15, 16)) {
                return false;
            }
        }
        return true;
    }

    private void calculate(Numbers book) {
        json.clear();
        json.append("{\"market\":\"");
        json.append(book.market());
        json.append("\",\"asset_id\":\"");
        json.append(book.assetId());
        json.append("\",\"timestamp\":\"");
        json.append(book.timestamp());
        json.append("\",\"hash\":\"\",\"bids\":[");
        append(book.bids());
        json.append("],\"asks\":[");
        append(book.asks());
        json.append("],\"min_order_size\":\"");
        json.append(book.minOrderSize());
        json.append("\",\"tick_size\":\"");
        json.append(book.tickSize());
        json.append(book.negRisk() ? "\",\"neg_risk\":true" : "\",\"neg_risk\":false");
        json.append(",\"last_trade_price\":\"");
        json.append(book.lastTradePrice());
        String version = book.version();
        if (version != null) {
            json.append("\",\"version\":\"");
            json.append(version);
        }
        json.append("\"}");
        try {
            sha1.update(json.bytes(), 0, json.length());
            sha1.digest(digest, 0, digest.length);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-1 has 20 bytes", e);
        }
    }

    private void append(Levels levels) {
        for (int i = 0; i < levels.count(); i++) {
            json.append(i == 0 ? "{\"price\":\"" : ",{\"price\":\"");
            append(levels.priceText(i), levels.price(i));
            json.append("\",\"size\":\"");
            append(levels.sizeText(i), levels.size(i));
            json.append("\"}");
        }
    }

    private void append(@Nullable String text, long micros) {
        if (text != null) {
            json.append(text);
        } else {
            json.appendDecimal(micros);
        }
    }
}
