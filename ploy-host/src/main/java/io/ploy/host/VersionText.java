package io.ploy.host;

import io.ploy.api.plugin.ApiVersion;
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
}
