package io.ploy.connectors.polymarket.relayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbiTest {
    /** The venue's table of functions. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "095ea7b3 | approve(address,uint256)",
                "dd62ed3e | allowance(address,address)",
                "70a08231 | balanceOf(address)",
                "a22cb465 | setApprovalForAll(address,bool)",
                "e985e9c5 | isApprovedForAll(address,address)",
                "00fdd58e | balanceOf(address,uint256)",
                "62355638 | wrap(address,address,uint256)",
                "8cc7104f | unwrap(address,address,uint256)",
                "72ce4275 | splitPosition(address,bytes32,bytes32,uint256[],uint256)",
                "9e7212ad | mergePositions(address,bytes32,bytes32,uint256[],uint256)",
                "01b7037c | redeemPositions(address,bytes32,bytes32,uint256[])",
                "a3d7da1d | splitPosition(bytes32,uint256)",
                "b10c5c17 | mergePositions(bytes32,uint256)",
                "dbeccb23 | redeemPositions(bytes32,uint256[])",
                "c64748c4 | convertPositions(bytes32,uint256,uint256)",
                "82d3b9f1 | split(bytes31,uint256)",
                "5b63685e | merge(bytes31,uint256)",
                "d217a3cc | redeem(bytes31,uint256,uint256)",
                "9380f1c8 | convert(bytes29,uint16,uint256)",
                "40657b52 | horizontalSplit(bytes29,uint256)",
                "24f24944 | horizontalMerge(bytes29,uint256)",
                "097dd164 | prepareCondition(uint256[])",
                "4c619e4c | getPayout(uint256,uint256)",
                "dd34de67 | payoutDenominator(bytes32)",
                "0504c814 | payoutNumerators(bytes32,uint256)",
                "d42dc0c2 | getOutcomeSlotCount(bytes32)",
                "8d80ff0a | multiSend(bytes)",
                "34ee9791 | proxy((uint8,address,uint256,bytes)[])"
            })
    void selectorsAreThoseOfTheTable(String selector, String function) {
        assertThat(HexFormat.of().formatHex(Abi.call(function).toBytes())).isEqualTo(selector);
    }

    @Test
    void bytesAreFilledUpToWholeWords() {
        assertThat(Abi.words().bytes(new byte[0]).toBytes()).hasSize(32);
        assertThat(Abi.words().bytes(new byte[1]).toBytes()).hasSize(64);
        assertThat(Abi.words().bytes(new byte[32]).toBytes()).hasSize(64);
        assertThat(Abi.words().bytes(new byte[33]).toBytes()).hasSize(96);
    }

    @Test
    void numbersFillTheirWord() {
        assertThat(Abi.words().number(Abi.MAX).toBytes()).containsOnly(0xff).hasSize(32);
        assertThat(new BigInteger(1, Abi.words().number(Long.MAX_VALUE).toBytes()))
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE));
        assertThat(Abi.words().number(0).toBytes()).containsOnly(0).hasSize(32);
    }

    @Test
    void numbersThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Abi.words().number(-1))
                .withMessage("not a number of 256 bits without sign: -1");
        assertThatIllegalArgumentException().isThrownBy(() -> Abi.words().number(Abi.MAX.add(BigInteger.ONE)));
    }
}
