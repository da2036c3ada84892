package io.ploy.connectors.polymarket.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import java.util.List;

/** Connects Ploy with Polymarket. */
public final class PolymarketConnector implements VenueConnector {
    /** The venue's name, first part of every id. */
    public static final String NAME = "polymarket";

    /** Made by {@code ServiceLoader}, or by hand. */
    public PolymarketConnector() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Polymarket: markets, books, orders and accounts of the international exchange";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return ConnectionParameters.ALL;
    }

    @Override
    public List<Parameter<?>> accountParameters() {
        return AccountParameters.ALL;
    }

    @Override
    public VenueConnection connect(VenueContext context) {
        return PolymarketConnection.open(context);
    }
}
