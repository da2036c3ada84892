package io.ploy.testkit.polymarket.world;

/** What happens at a venue of itself. */
@FunctionalInterface
public interface World {
    /**
     * Lists the first markets and schedules everything else on the venue's time line. Called once, on its thread.
     *
     * @param stage where it happens
     */
    void begin(Stage stage);
}
