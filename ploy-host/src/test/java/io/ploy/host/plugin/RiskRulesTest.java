package io.ploy.host.plugin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.core.plugin.PluginCatalog;
import io.ploy.host.console.CommandFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskRulesTest {
    @TempDir
    private Path folder;

    @Test
    void aRuleThatIsNotInstalledIsSaid() {
        try (PluginCatalog catalog = PluginFolder.load(folder)) {
            assertThatThrownBy(() -> RiskRules.named(catalog, "no-fridays"))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("There is no risk rule 'no-fridays'. None is installed.");
        }
    }
}
