package io.ploy.connectors.polymarket.clob;

import java.util.List;

/**
 * Several books.
 *
 * @param books in the venue's order, which may be any
 * @param unknown tokens asked about that have no book
 */
public record Books(List<BookSnapshot> books, List<String> unknown) {
    /** Copies the lists. */
    public Books {
        books = List.copyOf(books);
        unknown = List.copyOf(unknown);
    }
}
