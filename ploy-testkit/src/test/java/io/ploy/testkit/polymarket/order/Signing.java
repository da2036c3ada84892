package io.ploy.testkit.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of orders have in common. */
final class Signing {
    static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    static final Address SIGNER = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    static final Address STRANGER = new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");

    private Signing() {}

    static LocalKey key() {
        return LocalKey.of(new Secret(KEY.toCharArray()));
    }

    /** A market of an exchange: domain 2, ordinary or not, or domain 3. */
    static ListedMarket market(VenueFixture venue, int version, boolean negRisk) {
        if (version == 3) {
            return venue.position;
        }
        return negRisk ? venue.negRisk : venue.market;
    }

    static void refused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, refusal -> {
            assertThat(refusal.answer().status()).isEqualTo(400);
            assertThat(refusal.answer().body()).isEqualTo("{\"error\":\"" + words + "\"}");
        });
    }
}
