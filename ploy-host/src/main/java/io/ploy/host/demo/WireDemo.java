package io.ploy.host.demo;

import io.ploy.api.order.AccountId;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import io.ploy.core.Ploy;
import io.ploy.core.engine.EngineSettings;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.host.plugin.Connectors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A demo in real time, on the real engine, whose connector out of the plugins folder reaches its venue over the wire. */
public final class WireDemo implements DemoRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WireDemo.class);
    private static final Duration WIND_DOWN = Duration.ofSeconds(10);

    private final DemoVenue.Opener venues;

    /** A demo at one of these venues. */
    public WireDemo(DemoVenue.Opener venues) {
        this.venues = venues;
    }

    @Override
    public DemoOutcome run(DemoRequest request, DemoStage stage) {
        return PluginDemo.run(request, parts -> {
            try (DemoVenue venue = venues.open(request)) {
                VenueConnector connector = Connectors.named(parts.catalog(), venue.connector());
                return new PluginDemo.Ending(trade(request, stage, parts, venue, connector), venue.strikes());
            }
        });
    }

    private static DemoFrame trade(
            DemoRequest request, DemoStage stage, PluginDemo parts, DemoVenue venue, VenueConnector connector) {
        Instant start = venue.clock().instant();
        VenueContext context = new VenueContext(
                venue.clock(), venue.connectionParameters(), List.of(venue.account()), alert -> LOG.warn("{}", alert));
        AccountId id = venue.account().id();
        try (VenueConnection connection = connector.connect(context);
                Ploy ploy = engine(request, stage, parts, venue, connection, connection.account(id))) {
            EnginePicture picture = new EnginePicture(ploy, start, venue.collateral());
            ploy.start();
            venue.beginFaults();
            play(request, stage, venue, picture);
            ploy.stop(WIND_DOWN);
            return picture.at(venue.clock().instant());
        }
    }

    private static Ploy engine(
            DemoRequest request,
            DemoStage stage,
            PluginDemo parts,
            DemoVenue venue,
            VenueConnection connection,
            VenueAccount account) {
        Ploy.Builder builder = Ploy.builder(account.id(), account.gateway())
                .feed(connection.feed())
                .accountReader(account.reader())
                .settings(EngineSettings.DEFAULT.withSeed(request.seed()))
                .clock(venue.clock())
                .listener(stage.listener())
                .strategy(parts.strategy(), request.parameters())
                .journal(SegmentJournal.open(parts.journal()));
        account.settlement().ifPresent(builder::settlement);
        return builder.build();
    }

    private static void play(DemoRequest request, DemoStage stage, DemoVenue venue, EnginePicture picture) {
        DemoFrame frame;
        do {
            frame = picture.at(venue.clock().instant());
        } while (stage.show(frame) && frame.elapsed().compareTo(request.length()) < 0);
    }
}
