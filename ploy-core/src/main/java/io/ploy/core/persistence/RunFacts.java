package io.ploy.core.persistence;

import io.ploy.api.venue.VenueMoney;
import java.util.List;

/**
 * What a run trades with and against, as whoever starts it found out. Written with the run's first record, so that its
 * journal proves something about exactly that and nothing else.
 *
 * @param venue the name of the venue's connector
 * @param money what is won and lost there
 * @param traders what decides
 */
public record RunFacts(String venue, VenueMoney money, List<Trader> traders) {
    /** Copies the list. */
    public RunFacts {
        traders = List.copyOf(traders);
    }

    /**
     * One strategy, to the byte.
     *
     * @param name under which it runs
     * @param strategy its name in the plugin
     * @param deployment for which it trades, or empty if nothing has to prove what it does
     * @param artifactSha256 of its plugin, lower-case hex
     * @param parametersSha256 of its parameters and its sizing, lower-case hex
     */
    public record Trader(
            String name, String strategy, String deployment, String artifactSha256, String parametersSha256) {}
}
