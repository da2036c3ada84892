package io.ploy.connectors.polymarket.stream;

import java.time.Duration;

/**
 * How the feed of books and trades is kept.
 *
 * @param url of the market channel
 * @param socket how its connections are kept
 * @param assetsPerSocket the most outcomes on one connection; the venue names no limit and goes silent beyond it
 * @param assetsPerMessage the most outcomes named in one message
 * @param gatherFor how long changes of the subscription are gathered into one message
 * @param customFeatures whether to ask for new markets and resolutions too
 * @param checkBooks whether to keep every book in the venue's words and compare it with the hashes and best prices stated
 * @param connectsAtOnce the most attempts to connect within {@code connectWindow}, over all connections
 * @param connectWindow see {@code connectsAtOnce}
 * @param snapshotWithin how long a book may take to come before it is asked for again
 * @param quietAfter how long nothing may be heard of a book before the venue is asked for it
 * @param rereadsAtOnce the most books asked for in one request; there is one request a second at most
 * @param graceForStream how long the stream may be behind an answer of the venue before it counts as having missed it
 * @param silentAfter how long a connection may bring no data, while others do and no answer vouches for it
 * @param lookEvery how often at most the list of markets is read in search of outcomes not known
 * @param conflateAbove how many events may wait for the listener before they are made into fewer
 * @param capacity how many events may wait before trades of others are left out
 * @param closeWithin how long closing waits for a call of the listener to return
 */
public record FeedSettings(
        String url,
        SocketSettings socket,
        int assetsPerSocket,
        int assetsPerMessage,
        Duration gatherFor,
        boolean customFeatures,
        boolean checkBooks,
        int connectsAtOnce,
        Duration connectWindow,
        Duration snapshotWithin,
        Duration quietAfter,
        int rereadsAtOnce,
        Duration graceForStream,
        Duration silentAfter,
        Duration lookEvery,
        int conflateAbove,
        int capacity,
        Duration closeWithin) {
    /** Checks that the numbers are positive and the bounds in order. */
    public FeedSettings {
        if (assetsPerSocket < 2 || assetsPerMessage < 1 || rereadsAtOnce < 1 || connectsAtOnce < 1) {
            throw new IllegalArgumentException(
                    "assetsPerSocket must be at least 2, the other numbers of assets, rereads and connects at least 1");
        }
        if (conflateAbove < 1 || capacity < conflateAbove) {
            throw new IllegalArgumentException("conflateAbove must be at least 1 and capacity not below it, found "
                    + conflateAbove + " and " + capacity);
        }
        for (Duration each : new Duration[] {
            connectWindow, snapshotWithin, quietAfter, graceForStream, silentAfter, lookEvery, closeWithin
        }) {
            if (each.isNegative() || each.isZero()) {
                throw new IllegalArgumentException("the feed's durations must be longer than zero, found " + each);
            }
        }
        if (gatherFor.isNegative()) {
            throw new IllegalArgumentException("gatherFor must not be negative, found " + gatherFor);
        }
    }

    /**
     * What serves well. Quiet books are asked about often enough for risk rules that want a word every five seconds.
     *
     * @param url of the market channel
     * @return the defaults
     */
    public static FeedSettings of(String url) {
        return new FeedSettings(
                url,
                SocketSettings.clob(),
                200,
                100,
                Duration.ofMillis(50),
                true,
                true,
                10,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                200,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                2_000,
                50_000,
                Duration.ofSeconds(5));
    }
}
