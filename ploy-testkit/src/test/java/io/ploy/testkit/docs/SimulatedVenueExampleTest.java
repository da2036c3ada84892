package io.ploy.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.polymarket.SimulatedPolymarket;
import io.ploy.testkit.polymarket.account.TestAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The venue as docs/simulated-venue.md starts it in a test. */
class SimulatedVenueExampleTest {
    @Test
    void aVenueHasAddressesAndAccounts() {
        try (SimulatedPolymarket venue = SimulatedPolymarket.builder().seed(7).start()) {
            Map<String, String> parameters = venue.connectionParameters(); // for VenueContext
            TestAccount account = venue.account("eoa"); // its key: account.openKey()
            assertThat(parameters).containsKey("clobUrl");
            assertThat(account.name()).isEqualTo("eoa");
        }
    }
}
