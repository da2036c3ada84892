package io.ploy.connectors.polymarket.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.signing.Address;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                        + "|8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f",
                "EIP712Domain(string name,string version,uint256 chainId)"
                        + "|c2f8787176b8ac6bf7215b4adcc1e069bf4ab82d9ab1df05a57a91d425935b6e",
                "ClobAuth(address address,string timestamp,uint256 nonce,string message)"
                        + "|52578c5c725a28a84fedc8c22aa47947822942f35b4dc350db028e45320e035c",
            })
    void typesHashToThePublishedConstants(String type, String hash) {
        assertThat(TypedData.hash(type)).asHexString().isEqualToIgnoringCase(hash);
    }

    @ParameterizedTest
    @CsvSource({
        "137, cfc66be2a3b30464cb3b588324101f660c9a205fa76e8e5f83ee16a528e1c4cb",
        "80002, a1df8f4e3112eaee2448fbec9ab79f68278407e49d9cf52e3dd3d9692fcac9b6",
    })
    void aDomainWithoutAContractHashesToThePublishedConstant(long chainId, String separator) {
        assertThat(TypedData.separator("ClobAuthDomain", "1", chainId))
                .asHexString()
                .isEqualToIgnoringCase(separator);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 256, (1L << 53) - 1, Long.MAX_VALUE})
    void numbersFillTheWholeWordAndAreReadBack(long number) {
        byte[] words = new byte[96];
        Arrays.fill(words, (byte) 0xff);

        TypedData.putNumber(number, words, 32);

        assertThat(HexFormat.of().formatHex(words, 32, 64)).isEqualTo(String.format("%064x", number));
        assertThat(words[31]).isEqualTo((byte) 0xff);
        assertThat(words[64]).isEqualTo((byte) 0xff);
        assertThat(TypedData.number(words, 32)).isEqualTo(number);
    }

    @Test
    void aNumberBelowZeroIsRefused() {
        assertThatThrownBy(() -> TypedData.putNumber(-1, new byte[32], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 15, 16, 23, 24})
    void aWordLargerThanALongReadsAsNoNumber(int where) {
        byte[] word = new byte[32];
        word[where] = (byte) 0x80;

        assertThat(TypedData.number(word, 0)).isEqualTo(-1);
    }

    @Test
    void addressesStandAtTheEndOfTheirWord() {
        byte[] words = new byte[64];
        Arrays.fill(words, (byte) 0xff);
        Address address = new Address("0x00112233445566778899aabbccddeeff00112233");

        TypedData.putAddress(address, words, 32);

        assertThat(HexFormat.of().formatHex(words, 32, 64))
                .isEqualTo("00000000000000000000000000112233445566778899aabbccddeeff00112233");
    }

    @Test
    void aMessageBeginsWithItsMarkAndTheSeparator() {
        byte[] separator = TypedData.hash("any");

        byte[] message = TypedData.message(separator);

        assertThat(message).hasSize(66).startsWith(0x19, 0x01);
        assertThat(Arrays.copyOfRange(message, 2, 34)).isEqualTo(separator);
        assertThat(Arrays.copyOfRange(message, 34, 66)).containsOnly(0);
    }
}
