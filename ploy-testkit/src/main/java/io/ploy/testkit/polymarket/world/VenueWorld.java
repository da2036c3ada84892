package io.ploy.testkit.polymarket.world;

import io.ploy.testkit.polymarket.state.VenueState;

/** What a venue can be started with: everything that happens there of itself, from its first moment on. */
@FunctionalInterface
public interface VenueWorld {
    /** A world that goes on at a venue. */
    @FunctionalInterface
    interface Run extends AutoCloseable {
        /** Lets go of what it reads from, after the venue's thread has ended. Further calls do nothing. */
        @Override
        void close();
    }

    /**
     * Lists what there is from the start, and schedules everything else on the venue's time line. Called once for each
     * venue, on its thread.
     *
     * @param state the venue
     * @return to be closed with the venue
     */
    Run begin(VenueState state);
}
