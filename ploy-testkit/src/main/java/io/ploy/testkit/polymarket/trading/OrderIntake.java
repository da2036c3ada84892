package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.order.OrderReader;
import io.ploy.testkit.polymarket.order.OrderVerifier;
import io.ploy.testkit.polymarket.order.PostedOrder;
import io.ploy.testkit.polymarket.order.SignedOrder;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RefusedException;

/** The part of order entry that needs no venue state but names: who, where, signed by whom. Thread-safe. */
final class OrderIntake {
    private static final int DEPOSIT_WALLET = 3;

    private final VenueState state;
    private final OrderReader reader;
    private final OrderVerifier verifier;

    OrderIntake(VenueState state, OrderReader reader, OrderVerifier verifier) {
        this.state = state;
        this.reader = reader;
        this.verifier = verifier;
    }

    /**
     * Reads one order.
     *
     * @throws RefusedException if it cannot be read at all
     */
    Leg read(Caller caller, JsonNode json) {
        PostedOrder posted = reader.read(json);
        try {
            return Leg.of(candidate(caller, posted));
        } catch (RefusedException e) {
            return Leg.refused(e, posted.postOnly());
        }
    }

    private Candidate candidate(Caller caller, PostedOrder posted) {
        SignedOrder order = posted.order();
        if (!posted.owner().equals(caller.apiKey())) {
            throw Words.refusal(Words.WRONG_OWNER);
        }
        if (order.signatureType() != DEPOSIT_WALLET && !order.signer().equals(caller.signer())) {
            throw Words.refusal(Words.WRONG_SIGNER);
        }
        ListedMarket market = state.catalogue().token(order.tokenId()).orElseThrow(() -> Words.refusal(Words.NO_BOOK));
        // A wallet the venue has never seen holds nothing.
        VenueAccount account =
                state.accounts().wallet(order.maker()).orElseThrow(() -> Words.refusal(Words.NO_BALANCE));
        if (!account.signer().equals(caller.signer())) {
            throw Words.refusal(Words.WRONG_SIGNER);
        }
        verifier.verify(order, market, account);
        return new Candidate(verifier.hash(order, market), posted, market, account);
    }
}
