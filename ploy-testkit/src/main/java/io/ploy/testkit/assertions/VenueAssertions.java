package io.ploy.testkit.assertions;

import io.ploy.testkit.polymarket.PolymarketSimulator;

/** Where assertions about a simulated venue begin; to be imported beside AssertJ's own. */
public final class VenueAssertions {
    private VenueAssertions() {}

    /**
     * Begins an assertion.
     *
     * @param venue running
     * @return to go on with
     */
    public static VenueAssert assertThat(PolymarketSimulator venue) {
        return new VenueAssert(venue);
    }
}
