package io.ploy.host.plugin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.core.plugin.PluginCatalog;
import io.ploy.host.console.CommandFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorsTest {
    @TempDir
    private Path folder;

    @Test
    void aConnectorThatIsNotInstalledIsSaid() {
        try (PluginCatalog catalog = PluginFolder.load(folder)) {
            assertThatThrownBy(() -> Connectors.named(catalog, "polymarket"))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("There is no venue connector 'polymarket'. None is installed.");
        }
    }
}
