package io.ploy.connectors.polymarket.settlement;

import static io.ploy.api.portfolio.Operation.Status.CONFIRMED;
import static io.ploy.api.portfolio.Operation.Status.FAILED;
import static io.ploy.api.portfolio.Operation.Status.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.MarketId;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.api.signing.SigningException;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PreparationTest extends SettlementScene {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPLIT | 9999999 | 0 | 0        | the account has 9.999999 USD, not 10 to split",
                "MERGE | 0 | 9999999 | 10000000 | the account has 9.999999 whole sets, not 10 to merge",
                "MERGE | 0 | 10000000 | 0       | the account has 0 whole sets, not 10 to merge"
            })
    void whatIsMissingIsSaidAndNothingIsSent(Kind kind, long collateral, long first, long second, String why) {
        open(AccountKind.SAFE);
        venue.holds(collateral, first, second);

        execute(kind);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).isEqualTo(why);
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void balanceThatLagsIsLookedAtAgainBeforeItIsMissing() {
        openToMerge(AccountKind.SAFE);
        venue.readsNothing(9);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(venue.requests()).contains("GET /balance-allowance/update");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "CONVERT", mode = EnumSource.Mode.EXCLUDE)
    void missingApprovalIsSaidWithWhatToDo(Kind kind) {
        open(AccountKind.SAFE);
        venue.holds(TEN, TEN, TEN);
        venue.allows(CTF_ADAPTER, "9999999");

        execute(kind);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail())
                .contains(CTF_ADAPTER)
                .contains("not approved")
                .contains(kind == Kind.SPLIT ? "collateral" : "outcomes")
                .contains("Approve it");
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void approvalThatIsThereLetsItPass() {
        openToMerge(AccountKind.SAFE);
        venue.allows(CTF_ADAPTER, "115792089237316195423570985008687907853269984665640564039457584007913129639935");
        venue.states("STATE_FAILED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, FAILED);
        assertThat(lastDetail()).doesNotContain("approved");
    }

    @Test
    void approvalTheVenueDoesNotSpeakOfIsNamedOnlyWhenTheTransactionFails() {
        openToMerge(AccountKind.SAFE);
        venue.allows(ROUTER, "0");
        venue.states("STATE_FAILED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, FAILED);
        assertThat(lastDetail()).contains("STATE_FAILED").contains("If it was never approved");
    }

    @Test
    void redemptionOfNothingWasDoneByAnotherAndIsFine() {
        open(AccountKind.SAFE);
        venue.holds(TEN, 0, 0);

        execute(Kind.REDEEM);

        assertThat(statuses()).containsExactly(CONFIRMED);
        assertThat(lastDetail()).contains("redeemed already");
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void redemptionIsNotTakenForDoneByOneReadingThatLags() {
        open(AccountKind.SAFE);
        venue.holds(0, TEN, 0);
        venue.moves(TEN, -TEN, 0);
        venue.readsNothing(3);

        execute(Kind.REDEEM);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
    }

    @Test
    void quantitiesThatMakeNoSenseAreRefused() {
        openToMerge(AccountKind.SAFE);

        settlement.execute(new Operation(
                new OperationId(new AccountId("main"), 1, 1), Kind.REDEEM, market.id(), Quantity.ofMicros(1)));
        settlement.execute(
                new Operation(new OperationId(new AccountId("main"), 1, 2), Kind.MERGE, market.id(), Quantity.ZERO));

        assertThat(statuses()).containsExactly(FAILED, FAILED);
        assertThat(venue.requests()).isEmpty();
    }

    @Test
    void marketNobodyKnowsIsRefused() {
        openToMerge(AccountKind.SAFE);

        settlement.execute(new Operation(
                new OperationId(new AccountId("main"), 1, 1),
                Kind.MERGE,
                new MarketId("polymarket", "0x1"),
                Quantity.ofMicros(TEN)));

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains("polymarket:0x1");
    }

    @Test
    void marketOfUnknownVersionIsRefused() {
        market = FewMarkets.ofTokens(false, MarketVersion.UNKNOWN);
        openToMerge(AccountKind.SAFE);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains("unknown version");
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void balancesThatCannotBeReadLeaveEverythingAsItIs() {
        openToMerge(AccountKind.SAFE);
        venue.balancesFail(true);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).startsWith("not sent");
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void keyThatCannotSignFailsBeforeAnythingIsSent() {
        open(
                AccountKind.SAFE,
                new Signer() {
                    @Override
                    public Address address() {
                        return SIGNER.address();
                    }

                    @Override
                    public void sign(byte[] message, byte[] digest, byte[] signature) {
                        throw new SigningException("the device is locked");
                    }
                },
                Runnable::run);
        venue.holds(0, TEN, TEN);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains("the device is locked");
        assertThat(venue.submissions()).isEmpty();
    }
}
