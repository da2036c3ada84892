package io.ploy.core.plugin;

import io.ploy.api.market.RecordingFormat;
import io.ploy.api.risk.RiskRule;
import io.ploy.api.secret.SecretSource;
import io.ploy.api.signal.SignalSource;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.venue.VenueConnector;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names by which users ask for providers. Unique among all plugins, or a user would get one or the other. */
final class ProviderNames {
    private static final Map<Class<?>, Kind<?>> KINDS = Map.of(
            StrategyFactory.class, new Kind<>("strategy", StrategyFactory.class, StrategyFactory::name),
            RecordingFormat.class, new Kind<>("recording format", RecordingFormat.class, RecordingFormat::name),
            RiskRule.class, new Kind<>("risk rule", RiskRule.class, RiskRule::name),
            SignalSource.class, new Kind<>("signal source", SignalSource.class, SignalSource::name),
            SecretSource.class, new Kind<>("secret source", SecretSource.class, SecretSource::name),
            VenueConnector.class, new Kind<>("venue connector", VenueConnector.class, VenueConnector::name));

    private ProviderNames() {}

    /** Whether providers of that kind have a name. */
    static boolean has(Class<?> spi) {
        return KINDS.containsKey(spi);
    }

    /** The provider's name; null for kinds that have none, and for a provider that breaks its promise. */
    static @Nullable String of(Class<?> spi, Object provider) {
        Kind<?> kind = KINDS.get(spi);
        return kind == null ? null : kind.of(provider);
    }

    /** What people call the kind. */
    static String kind(Class<?> spi) {
        Kind<?> kind = KINDS.get(spi);
        return kind == null ? spi.getSimpleName() : kind.words;
    }

    private record Kind<T>(String words, Class<T> type, Function<T, String> name) {
        String of(Object provider) {
            return name.apply(type.cast(provider));
        }
    }
}
