package io.ploy.core.portfolio;

/** What an order does to the worst case of its event, by the books and not by the word of who asks. */
public enum OrderClass {
    /** A sale of shares that are there which leaves the worst case as it is or better, however much of it is filled. */
    REDUCING,
    /** A purchase that makes the worst case better if all of it is filled, and no worse if only part is. */
    HEDGING,
    /** Everything else. */
    INCREASING
}
