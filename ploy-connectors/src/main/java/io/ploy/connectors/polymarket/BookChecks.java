package io.ploy.connectors.polymarket;

/**
 * How the books kept compared with what the venue said of them.
 *
 * @param bookHashesChecked whole books whose hash was recomputed
 * @param bookHashesMatched those whose hash was right
 * @param deltaHashesChecked changes after which the whole book's hash was recomputed
 * @param deltaHashesMatched those whose hash was right
 * @param topsChecked changes whose stated best bid and ask were compared with the book
 * @param topsMatched those that agreed
 */
public record BookChecks(
        long bookHashesChecked,
        long bookHashesMatched,
        long deltaHashesChecked,
        long deltaHashesMatched,
        long topsChecked,
        long topsMatched) {
    /** Nothing compared yet. */
    public static final BookChecks NONE = new BookChecks(0, 0, 0, 0, 0, 0);
}
