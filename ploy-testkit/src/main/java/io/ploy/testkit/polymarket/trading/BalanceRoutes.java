package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.contract.Approvals;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads balances and allowances as they have settled. This venue has no stale cache: an update changes nothing. */
final class BalanceRoutes {
    private final Callers callers;
    private final VenueState state;

    private enum Asset {
        COLLATERAL,
        CONDITIONAL,
        CONDITIONAL_V2
    }

    BalanceRoutes(Callers callers, VenueState state) {
        this.callers = callers;
        this.state = state;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/balance-allowance", (request, parts) -> read(request));
        routes.on("GET", "/balance-allowance/update", (request, parts) -> read(request));
    }

    private Turn read(WireRequest request) {
        Caller caller = callers.caller(request);
        Asset asset = asset(request.parameter("asset_type").orElse(""));
        WalletKind kind = kind(request.parameter("signature_type").orElse("0"));
        String token = request.parameter("token_id").orElse("");
        if (asset != Asset.COLLATERAL && state.catalogue().token(token).isEmpty()) {
            throw new RefusedException(400, Words.INVALID_TOKEN);
        }
        return () -> {
            Optional<VenueAccount> account = state.accounts().ofSigner(caller.signer()).stream()
                    .filter(candidate -> candidate.kind() == kind)
                    .findFirst();
            return WireAnswer.json(asset == Asset.COLLATERAL ? collateral(account) : shares(account, token, asset));
        };
    }

    private static Asset asset(String word) {
        return switch (word) {
            case "COLLATERAL" -> Asset.COLLATERAL;
            case "CONDITIONAL" -> Asset.CONDITIONAL;
            case "CONDITIONAL-V2" -> Asset.CONDITIONAL_V2;
            default -> throw new RefusedException(400, "Invalid asset type");
        };
    }

    private static WalletKind kind(String number) {
        return Arrays.stream(WalletKind.values())
                .filter(kind -> Integer.toString(kind.signatureType()).equals(number))
                .findFirst()
                .orElseThrow(() -> new RefusedException(400, "Invalid signature_type"));
    }

    private String collateral(Optional<VenueAccount> account) {
        Cash balance = account.map(
                        holder -> state.exchange().account(holder.id()).collateral())
                .orElse(Cash.ZERO);
        return json(
                balance.micros(),
                Spenders.ofCollateral(state.chainId()),
                spender -> account.map(holder -> state.approvals().allowance(holder.wallet(), spender))
                        .orElse(BigInteger.ZERO));
    }

    private String shares(Optional<VenueAccount> account, String token, Asset asset) {
        InstrumentId instrument = new InstrumentId(ListedMarket.VENUE, token);
        Quantity balance = account.map(holder ->
                        state.exchange().account(holder.id()).holdings().get(instrument))
                .orElse(Quantity.ZERO);
        boolean isToken = asset == Asset.CONDITIONAL;
        VenueContract ledger = isToken ? VenueContract.CONDITIONAL_TOKENS : VenueContract.POSITION_MANAGER;
        return json(
                balance.micros(),
                isToken ? Spenders.ofTokens(state.chainId()) : Spenders.ofPositions(state.chainId()),
                spender -> account.filter(holder -> state.approvals().isOperator(holder.wallet(), ledger, spender))
                                .isPresent()
                        ? Approvals.UNLIMITED
                        : BigInteger.ZERO);
    }

    private static String json(long balance, List<Address> spenders, Function<Address, BigInteger> allowance) {
        ObjectNode json = Bodies.object();
        json.put("balance", Long.toString(balance));
        ObjectNode allowances = json.putObject("allowances");
        spenders.forEach(spender ->
                allowances.put(spender.checksummed(), allowance.apply(spender).toString()));
        return json.toString();
    }
}
