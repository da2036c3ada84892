package io.ploy.testkit.polymarket.state;

import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.account.VenueAccounts;
import io.ploy.testkit.polymarket.contract.Approvals;
import io.ploy.testkit.polymarket.contract.CurrentTransaction;
import io.ploy.testkit.polymarket.game.Games;
import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.time.VenueLoop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * What all parts of the venue share.
 *
 * @param seed decides everything random
 * @param chainId the chain the venue says it settles on, 137 or 80002
 * @param loop the venue's thread
 * @param exchange books, matching, money
 * @param catalogue what is listed
 * @param accounts who trades
 * @param approvals what their wallets let the venue's contracts move
 * @param transaction which one of the chain is being carried out
 * @param games what is played
 */
public record VenueState(
        long seed,
        long chainId,
        VenueLoop loop,
        SimulatedExchange exchange,
        Catalogue catalogue,
        VenueAccounts accounts,
        Approvals approvals,
        CurrentTransaction transaction,
        Games games) {
    /**
     * A venue without markets and accounts.
     *
     * @param seed decides everything random
     * @param chainId 137 or 80002
     * @param loop the venue's thread
     * @param exchange on the loop's time line
     * @return the state
     */
    public static VenueState of(long seed, long chainId, VenueLoop loop, SimulatedExchange exchange) {
        Catalogue catalogue = new Catalogue(exchange, loop.timeline()::now);
        VenueAccounts accounts = new VenueAccounts(exchange);
        return new VenueState(
                seed,
                chainId,
                loop,
                exchange,
                catalogue,
                accounts,
                new Approvals(chainId, loop.timeline(), exchange, accounts, catalogue),
                new CurrentTransaction(),
                new Games());
    }

    /**
     * The venue's time.
     *
     * @return now, from any thread
     */
    public Instant now() {
        return loop.clock().instant();
    }

    /**
     * A stream of random numbers of its own, so that one part's draws do not shift another's.
     *
     * @param purpose names the part
     * @return the same numbers for the same seed and purpose
     */
    public SplittableRandom draws(String purpose) {
        CRC32 mixed = new CRC32();
        mixed.update(purpose.getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(seed ^ (mixed.getValue() * 0x9E3779B97F4A7C15L));
    }
}
