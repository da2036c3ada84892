package io.ploy.api.venue;

import io.ploy.api.Experimental;
import io.ploy.api.plugin.Parameter;
import java.util.List;

/**
 * Connects Ploy with a venue. A {@code ServiceLoader} provider: name it in
 * {@code META-INF/services/io.ploy.api.venue.VenueConnector}. Has a public constructor without arguments.
 */
@Experimental
public interface VenueConnector {
    /**
     * The venue's name: the first part of every id of its markets and instruments.
     *
     * @return lower case with hyphens, unique among the plugins installed
     */
    String name();

    /**
     * What it connects with, in one line.
     *
     * @return for people
     */
    default String description() {
        return "";
    }

    /**
     * What can be set for the whole connection. Declared once, as constants.
     *
     * @return in the order in which they are shown
     */
    default List<Parameter<?>> parameters() {
        return List.of();
    }

    /**
     * What can be set for each account. Declared once, as constants.
     *
     * @return in the order in which they are shown
     */
    default List<Parameter<?>> accountParameters() {
        return List.of();
    }

    /**
     * Opens a connection. Checks all it was given; sends nothing and starts no thread that does, until one of the
     * connection's parts is used.
     *
     * @param context what the connection needs
     * @return to be closed by the caller
     * @throws io.ploy.api.plugin.ParameterException if parameters contradict each other or an account's settings cannot be
     *     right; names the account and the parameters
     */
    VenueConnection connect(VenueContext context);
}
