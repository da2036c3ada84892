package io.ploy.host;

import io.ploy.api.plugin.ApiVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code ploy --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "ploy " + (version == null ? "development build" : version),
            "plugin API " + ApiVersion.CURRENT,
            "JVM " + System.getProperty("java.vm.name") + " " + Runtime.version()
        };
    }
}
