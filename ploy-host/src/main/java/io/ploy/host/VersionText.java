package io.ploy.host;

import io.ploy.api.plugin.ApiVersion;
import io.ploy.core.deployment.EngineVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code ploy --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "ploy " + version(),
            "plugin API " + ApiVersion.CURRENT,
            "JVM " + System.getProperty("java.vm.name") + " " + Runtime.version()
        };
    }

    /** Ploy's version. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development build" : version;
    }

    /** The same for evidence. What comes from no release has a line of its own, so that its evidence counts for none. */
    static EngineVersion engine() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new EngineVersion(version == null ? "0.0-development" : version);
    }
}
