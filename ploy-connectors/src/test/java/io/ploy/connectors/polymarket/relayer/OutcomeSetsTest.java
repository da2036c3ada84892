package io.ploy.connectors.polymarket.relayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.money.Quantity;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.ConditionId;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.NegRiskQuestion;
import io.ploy.connectors.polymarket.protocol.PositionId;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeSetsTest {
    private static final String ID = "ab".repeat(32);
    private static final ConditionId TOKENS = ConditionId.of(MarketVersion.CTF, "0x" + ID);
    private static final ConditionId POSITIONS = PositionId.parse(
                    "663574927012476832975694178961957910328055987427402067619466963999000625152")
            .condition();
    private static final String POSITIONS_WORD = "017791f201d5a788e0039e511fc1900e5f" + "00".repeat(15);
    private static final String PUSD = "000000000000000000000000c011a7e12a19f7b1f670d46f03b03f3342e82dfb";
    private static final String EVENT = "e7".repeat(31);
    private static final String POSITION_EVENT = "02" + "11".repeat(16) + "0003" + "00".repeat(10);
    private static final Quantity FIVE = Quantity.ofShares(5);
    private static final String FIVE_WORD = word("4c4b40");

    private final OutcomeSets sets = new OutcomeSets(Chain.POLYGON);

    @Test
    void tokenMarketsSplitThroughTheirAdapter() {
        ContractCall call = sets.split(TOKENS, false, FIVE);

        assertThat(call.target()).isEqualTo(on(Contract.CTF_ADAPTER));
        assertThat(call.dataHex())
                .isEqualTo("0x72ce4275" + PUSD + word("") + ID + word("a0") + FIVE_WORD + word("2") + word("1")
                        + word("2"));
        assertThat(call.value()).isZero();
    }

    @Test
    void marketsWithNegativeRiskHaveAnAdapterOfTheirOwn() {
        assertThat(sets.split(TOKENS, true, FIVE).target()).isEqualTo(on(Contract.NEG_RISK_CTF_ADAPTER));
        assertThat(sets.merge(TOKENS, true, FIVE).target()).isEqualTo(on(Contract.NEG_RISK_CTF_ADAPTER));
        assertThat(sets.redeemAll(TOKENS, true).target()).isEqualTo(on(Contract.NEG_RISK_CTF_ADAPTER));
        assertThat(sets.split(TOKENS, true, FIVE).data())
                .isEqualTo(sets.split(TOKENS, false, FIVE).data());
    }

    @Test
    void tokenMarketsMergeThroughTheirAdapter() {
        ContractCall call = sets.merge(TOKENS, false, FIVE);

        assertThat(call.target()).isEqualTo(on(Contract.CTF_ADAPTER));
        assertThat(call.dataHex())
                .isEqualTo("0x9e7212ad" + PUSD + word("") + ID + word("a0") + FIVE_WORD + word("2") + word("1")
                        + word("2"));
    }

    @Test
    void tokenMarketsRedeemEverythingHeld() {
        ContractCall call = sets.redeemAll(TOKENS, false);

        assertThat(call.target()).isEqualTo(on(Contract.CTF_ADAPTER));
        assertThat(call.dataHex())
                .isEqualTo("0x01b7037c" + PUSD + word("") + ID + word("80") + word("2") + word("1") + word("2"));
    }

    @Test
    void positionMarketsGoThroughTheRouterWhateverTheirRisk() {
        ContractCall split = sets.split(POSITIONS, true, FIVE);
        ContractCall merge = sets.merge(POSITIONS, false, FIVE);
        ContractCall redeem = sets.redeem(POSITIONS, 1, FIVE);

        assertThat(List.of(split, merge, redeem)).allMatch(call -> call.target().equals(on(Contract.ROUTER)));
        assertThat(split.dataHex()).isEqualTo("0x82d3b9f1" + POSITIONS_WORD + FIVE_WORD);
        assertThat(merge.dataHex()).isEqualTo("0x5b63685e" + POSITIONS_WORD + FIVE_WORD);
        assertThat(redeem.dataHex()).isEqualTo("0xd217a3cc" + POSITIONS_WORD + word("1") + FIVE_WORD);
    }

    @Test
    void redeemingTheWrongWayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.redeemAll(POSITIONS, false))
                .withMessageContaining("is of a position market");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.redeem(TOKENS, 0, FIVE))
                .withMessageContaining("is of a token market");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.redeem(POSITIONS, 2, FIVE))
                .withMessage("outcome 2; there are 0 and 1");
    }

    @Test
    void tokensAreConvertedByTheAdapterWithABitForEachQuestion() {
        ContractCall call = sets.convert(List.of(question("03"), question("00"), question("ff")), FIVE);

        assertThat(call.target()).isEqualTo(on(Contract.NEG_RISK_CTF_ADAPTER));
        assertThat(call.dataHex()).isEqualTo("0xc64748c4" + EVENT + "00" + "8" + "0".repeat(62) + "9" + FIVE_WORD);
        assertThat(sets.convert(List.of(question("03")), FIVE).dataHex())
                .isEqualTo("0xc64748c4" + EVENT + "00" + word("8") + FIVE_WORD);
    }

    @Test
    void positionsAreConvertedByTheRouterOneByOneAndWhatWasGivenTooOftenIsMerged() {
        List<ContractCall> calls =
                sets.convertPositions(List.of(position("0102", 1), position("0000", 1), position("0003", 1)), FIVE);

        assertThat(calls).allMatch(call -> call.target().equals(on(Contract.ROUTER)));
        String event = POSITION_EVENT + "000000";
        assertThat(calls)
                .extracting(ContractCall::dataHex)
                .containsExactly(
                        "0x9380f1c8" + event + word("102") + FIVE_WORD,
                        "0x9380f1c8" + event + word("") + FIVE_WORD,
                        "0x9380f1c8" + event + word("3") + FIVE_WORD,
                        "0x24f24944" + event + word("989680"));
    }

    @Test
    void onePositionIsConvertedWithoutAMerge() {
        assertThat(sets.convertPositions(List.of(position("0003", 1)), FIVE))
                .extracting(ContractCall::dataHex)
                .containsExactly("0x9380f1c8" + POSITION_EVENT + "000000" + word("3") + FIVE_WORD);
    }

    @Test
    void whatIsNotOneEventIsNotConverted() {
        NegRiskQuestion stranger = NegRiskQuestion.parse("0x" + "a1".repeat(32));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.convert(List.of(question("00"), stranger), FIVE))
                .withMessageContaining("one event");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.convert(List.of(question("00"), question("00")), FIVE))
                .withMessageContaining("different questions");
        assertThatIllegalArgumentException().isThrownBy(() -> sets.convert(List.of(), FIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> sets.convertPositions(List.of(), FIVE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.convertPositions(List.of(position("0001", 0)), FIVE))
                .withMessageContaining("second outcomes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.convertPositions(List.of(position("0001", 1), position("0001", 1)), FIVE))
                .withMessageContaining("different questions");
        PositionId ofOneQuestion = PositionId.parse(
                        "663574927012476832975694178961957910328055987427402067619466963999000625152")
                .sibling();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.convertPositions(List.of(ofOneQuestion), FIVE))
                .withMessageContaining("negative risk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutcomeSets(Chain.AMOY).convert(List.of(question("00")), FIVE))
                .withMessageContaining("NEG_RISK_CTF_ADAPTER on AMOY");
    }

    private static NegRiskQuestion question(String index) {
        return NegRiskQuestion.parse("0x" + EVENT + index);
    }

    private static PositionId position(String index, int outcome) {
        return PositionId.parse(new BigInteger(POSITION_EVENT + index + "0" + outcome, 16).toString());
    }

    @Test
    void nothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> sets.split(TOKENS, false, Quantity.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> sets.merge(POSITIONS, false, Quantity.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> sets.redeem(POSITIONS, 0, Quantity.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> sets.convert(List.of(question("00")), Quantity.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.convertPositions(List.of(position("0001", 1)), Quantity.ZERO));
    }

    @Test
    void chainWithoutAdaptersIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutcomeSets(Chain.AMOY).split(TOKENS, false, FIVE))
                .withMessage("no address of CTF_ADAPTER on AMOY is known, so it cannot be called there");
    }

    @Test
    void approvalsAreThoseOfTheVenuesTable() {
        Approvals approvals = new Approvals(Chain.POLYGON);

        List<ContractCall> tokens = approvals.forMarkets(MarketVersion.CTF);
        List<ContractCall> positions = approvals.forMarkets(MarketVersion.POSITIONS);

        assertThat(tokens)
                .containsExactly(
                        approve(Contract.CTF_EXCHANGE),
                        approve(Contract.NEG_RISK_EXCHANGE),
                        approve(Contract.CTF_ADAPTER),
                        approve(Contract.NEG_RISK_CTF_ADAPTER),
                        operate(Contract.CONDITIONAL_TOKENS, Contract.CTF_EXCHANGE),
                        operate(Contract.CONDITIONAL_TOKENS, Contract.NEG_RISK_EXCHANGE),
                        operate(Contract.CONDITIONAL_TOKENS, Contract.CTF_ADAPTER),
                        operate(Contract.CONDITIONAL_TOKENS, Contract.NEG_RISK_CTF_ADAPTER));
        assertThat(positions)
                .containsExactly(
                        approve(Contract.ROUTER),
                        approve(Contract.POSITION_EXCHANGE),
                        operate(Contract.POSITION_MANAGER, Contract.ROUTER),
                        operate(Contract.POSITION_MANAGER, Contract.POSITION_EXCHANGE));
        assertThat(approvals.collateral(on(Contract.ROUTER))).isEqualTo(approve(Contract.ROUTER));
    }

    @Test
    void unknownMarketsAndUnknownContractsGetNoApprovals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Approvals(Chain.POLYGON).forMarkets(MarketVersion.UNKNOWN))
                .withMessage("markets of unknown version cannot be traded");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Approvals(Chain.AMOY).forMarkets(MarketVersion.CTF))
                .withMessageContaining("no address of CTF_ADAPTER on AMOY");
    }

    private static ContractCall approve(Contract spender) {
        return new ContractCall(
                on(Contract.COLLATERAL), hex("095ea7b3" + word(on(spender).hex().substring(2)) + "ff".repeat(32)));
    }

    private static ContractCall operate(Contract ledger, Contract operator) {
        return new ContractCall(
                on(ledger), hex("a22cb465" + word(on(operator).hex().substring(2)) + word("1")));
    }

    private static Address on(Contract contract) {
        return contract.on(Chain.POLYGON).orElseThrow();
    }

    private static String word(String digits) {
        return "0".repeat(64 - digits.length()) + digits;
    }

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits);
    }
}
