package io.ploy.testkit.polymarket.game;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The games that events are about, and who follows their scores. Used on the venue's thread. */
public final class Games {
    private final Map<String, Game> byEvent = new HashMap<>();
    private final List<Consumer<GameScore>> listeners = new ArrayList<>();

    /**
     * Says what an event is about, before its markets are listed.
     *
     * @param event the catalogue's number of the event
     * @param game what is played
     */
    public void schedule(String event, Game game) {
        byEvent.put(event, game);
    }

    /**
     * What an event is about.
     *
     * @param event the catalogue's number of the event
     * @return absent if it is no game
     */
    public Optional<Game> of(String event) {
        return Optional.ofNullable(byEvent.get(event));
    }

    /**
     * Adds a listener.
     *
     * @param listener told of scores from now on
     */
    public void listen(Consumer<GameScore> listener) {
        listeners.add(listener);
    }

    /**
     * Tells everybody how a game stands.
     *
     * @param score the game now
     */
    public void publish(GameScore score) {
        listeners.forEach(listener -> listener.accept(score));
    }
}
