package io.ploy.host.simulate;

import io.ploy.api.market.RecordingFormat;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.testkit.polymarket.world.VenueWorld;
import io.ploy.testkit.polymarket.world.recorded.RecordedWorld;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a recording is played with: itself, and the plugins that read it. Nothing, if there is none. */
final class Replay implements AutoCloseable {
    private final @Nullable PluginCatalog plugins;
    private final @Nullable RecordedWorld world;

    private Replay(@Nullable PluginCatalog plugins, @Nullable RecordedWorld world) {
        this.plugins = plugins;
        this.world = world;
    }

    /** Reads the recordings to their end once. */
    static Replay open(SimulateOptions options) {
        if (options.recordings().isEmpty()) {
            return new Replay(null, null);
        }
        PluginCatalog plugins = PluginFolder.load(options.plugins());
        try {
            RecordedWorld world = RecordedWorld.of(options.recordings(), plugins.providers(RecordingFormat.class));
            return new Replay(plugins, options.align().isZero() ? world : world.inStepsOf(options.align()));
        } catch (RuntimeException e) {
            plugins.close();
            throw e;
        }
    }

    Optional<VenueWorld> world() {
        return Optional.ofNullable(world);
    }

    /** Says what is played, and what of it is not. */
    void tell(PrintStream out) {
        if (world != null) {
            Duration length = world.length();
            out.printf(
                    Locale.ROOT,
                    "Playing %s, recorded from %s, %d:%02d:%02d long.%n",
                    world,
                    world.start(),
                    length.toHours(),
                    length.toMinutesPart(),
                    length.toSecondsPart());
            long malformed = world.statistics().malformed();
            if (malformed > 0) {
                out.println(malformed + " of its rows cannot be read and are left out.");
            }
        }
    }

    /** After the venue that plays it. */
    @Override
    public void close() {
        if (plugins != null) {
            plugins.close();
        }
    }
}
