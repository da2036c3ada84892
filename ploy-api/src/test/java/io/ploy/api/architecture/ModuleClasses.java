package io.ploy.api.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;

/** The main classes of the module whose test asks, and of no other. */
public final class ModuleClasses implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
        try {
            Path tests = Path.of(testClass
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Set.of(Location.of(tests.resolveSibling("classes")));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no folder of " + testClass, e);
        }
    }
}
