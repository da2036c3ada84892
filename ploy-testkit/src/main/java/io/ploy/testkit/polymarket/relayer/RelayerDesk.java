package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.chain.Chain;
import io.ploy.testkit.polymarket.chain.Receipt;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes submissions and sees them through, step by step. Used on the venue's thread. */
final class RelayerDesk {
    private static final int REMEMBERED = 10_000;

    /** What must be left of a deadline for the relayer to try. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final VenueState state;
    private final Chain chain;
    private final RelayerSettings settings;
    private final Address relay;
    private final Map<String, RelayedTransaction> all = new LinkedHashMap<>();
    private long count;

    RelayerDesk(VenueState state, Chain chain, RelayerSettings settings, Address relay) {
        this.state = state;
        this.chain = chain;
        this.settings = settings;
        this.relay = relay;
    }

    /** @throws RefusedException if it cannot be carried out as it was signed */
    RelayedTransaction take(RelayerCaller caller, RelayRequest request) {
        checkWallet(request);
        checkNonce(request);
        checkDeadline(request);
        RelayedTransaction taken = new RelayedTransaction(nextId(), caller, request, state.now());
        remember(taken);
        after(settings.broadcastAfter(), () -> broadcast(taken));
        return taken;
    }

    private void checkWallet(RelayRequest request) {
        boolean isThere = chain.wallets().isDeployed(request.wallet());
        switch (request.kind()) {
            case SAFE, WALLET -> {
                if (!isThere) {
                    throw new RefusedException(400, "wallet " + request.wallet().checksummed() + " is not deployed");
                }
            }
            case SAFE_CREATE, WALLET_CREATE -> {
                if (isThere) {
                    throw new RefusedException(
                            400, "wallet " + request.wallet().checksummed() + " is already deployed");
                }
            }
            case PROXY -> {
                // Made by its first call.
            }
        }
    }

    private void checkNonce(RelayRequest request) {
        if (request.nonce().isEmpty()) {
            return;
        }
        long nonce = request.nonce().get();
        long next = nonce(request);
        if (nonce != next) {
            String what = request.kind() == RequestKind.WALLET ? "batch nonce " : "nonce ";
            throw new RefusedException(400, what + nonce + " does not match on-chain nonce " + next);
        }
    }

    private long nonce(RelayRequest request) {
        WalletKind kind = request.kind().wallet();
        return chain.wallets().nonce(kind, kind == WalletKind.PROXY ? request.from() : request.wallet());
    }

    private void checkDeadline(RelayRequest request) {
        Instant earliest = state.now().plus(SHORTEST);
        if (request.deadline().filter(earliest::isAfter).isPresent()) {
            throw new RefusedException(400, "deadline is too soon");
        }
    }

    private void broadcast(RelayedTransaction taken) {
        Optional<String> problem = chain.problem(taken.request().work());
        if (problem.isPresent()) {
            taken.invalid(problem.get(), state.now());
            return;
        }
        String hash = chain.sendFor(
                relay,
                target(taken.request()),
                taken.request().data(),
                taken.request().work(),
                receipt -> mined(taken, receipt));
        taken.executed(hash, state.now());
    }

    /** Whom the relay calls, to have the wallet called. */
    private Address target(RelayRequest request) {
        return switch (request.kind()) {
            case SAFE -> request.wallet();
            case PROXY -> VenueContract.RELAY_HUB.on(state.chainId()).orElseThrow();
            case WALLET, SAFE_CREATE, WALLET_CREATE -> request.to();
        };
    }

    private void mined(RelayedTransaction taken, Receipt receipt) {
        taken.mined(receipt, state.now());
        if (receipt.success()) {
            after(Chain.BLOCK_TIME.multipliedBy(settings.confirmations()), () -> taken.confirmed(state.now()));
        }
    }

    private void after(Duration wait, Runnable step) {
        state.loop().timeline().schedule(state.now().plus(wait), step);
    }

    private void remember(RelayedTransaction taken) {
        all.put(taken.id(), taken);
        if (all.size() > REMEMBERED) {
            all.remove(all.keySet().iterator().next());
        }
    }

    private String nextId() {
        byte[] name = Keccak256.of((state.seed() + " relayed " + count++).getBytes(StandardCharsets.UTF_8));
        return UUID.nameUUIDFromBytes(name).toString();
    }

    Optional<RelayedTransaction> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** What somebody submitted, newest first. */
    List<RelayedTransaction> of(RelayerCaller caller) {
        List<RelayedTransaction> own = new ArrayList<>();
        all.values().stream().filter(each -> each.isOf(caller)).forEach(own::add);
        Collections.reverse(own);
        return own;
    }
}
