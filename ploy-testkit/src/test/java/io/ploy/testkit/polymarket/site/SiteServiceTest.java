package io.ploy.testkit.polymarket.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.polymarket.Asked;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.wire.Api;
import org.junit.jupiter.api.Test;

class SiteServiceTest {
    @Test
    void aPlaceIsAllowedUntilItIsNot() {
        try (VenueFixture venue = new VenueFixture()) {
            SiteService site = new SiteService();
            assertThat(Asked.get(site, Api.SITE, venue.loop, "/api/geoblock").body())
                    .isEqualTo("{\"blocked\":false,\"ip\":\"127.0.0.1\",\"country\":\"IE\",\"region\":\"L\"}");

            site.moveTo(new SiteService.Place(true, "US", "NY"));

            assertThat(Asked.json(site, Api.SITE, venue.loop, "/api/geoblock")
                            .get("blocked")
                            .asBoolean())
                    .isTrue();
        }
    }
}
