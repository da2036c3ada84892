package io.ploy.testkit.polymarket.typeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.signing.Address;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DomainTest {
    @Test
    void aDomainWithAContractHasThePublishedSeparator() {
        Domain domain = new Domain(
                "Polymarket CTF Exchange",
                "2",
                137,
                Optional.of(new Address("0xE111180000d2663C0091e4f400237545B87B996B")));

        assertThat(HexFormat.of().formatHex(domain.separator()))
                .isEqualTo("3264e159346253e26a64e00b69032db0e7d32f94628de3e6eecb50304d7af3d2");
    }

    @Test
    void aDomainWithoutAContractHasThePublishedSeparator() {
        Domain domain = new Domain("ClobAuthDomain", "1", 80_002, Optional.empty());

        assertThat(HexFormat.of().formatHex(domain.separator()))
                .isEqualTo("a1df8f4e3112eaee2448fbec9ab79f68278407e49d9cf52e3dd3d9692fcac9b6");
    }

    @Test
    void numbersStandAtTheEndOfTheirWords() {
        BigInteger largest = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

        assertThat(new Words(4)
                        .number(258)
                        .number(BigInteger.valueOf(258))
                        .number(largest)
                        .number(BigInteger.ZERO)
                        .toBytes())
                .asHexString()
                .isEqualToIgnoringCase(("0".repeat(60) + "0102").repeat(2) + "ff".repeat(32) + "00".repeat(32));
    }

    @Test
    void whatIsNoWordIsRefused() {
        Words words = new Words(4);

        assertThatIllegalArgumentException().isThrownBy(() -> words.number(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> words.number(BigInteger.ONE.negate()));
        assertThatIllegalArgumentException().isThrownBy(() -> words.number(BigInteger.TWO.pow(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> words.bytes(new byte[31]));
    }
}
