package io.ploy.connectors.polymarket.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.signing.Keccak256;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VectorsTest {
    private final String given = System.getProperty("ploy.vectors", "");

    @AfterEach
    void restore() {
        System.setProperty("ploy.vectors", given);
    }

    @Test
    void bundledFilesAreReadWhenNoFolderIsNamed() {
        System.setProperty("ploy.vectors", "");

        assertThat(Vectors.rows("orders-v2.json")).hasSize(180);
        assertThat(Vectors.rows("l2-hmac.json", "builderHeaderVectors")).hasSize(3);
    }

    @Test
    void anotherFolderIsReadWhenNamed(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("some.json"), "{\"vectors\":[{\"id\":\"one\",\"price\":0.12345678901234567891}]}");
        System.setProperty("ploy.vectors", folder.toString());

        assertThat(Vectors.rows("some.json")).singleElement().satisfies(row -> {
            assertThat(row.getName()).isEqualTo("one");
            assertThat(row.getPayload().path("price").decimalValue()).isEqualTo("0.12345678901234567891");
        });
    }

    @Test
    void whatIsWrongWithAFolderIsSaid(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("empty.json"), "{\"vectors\":[]}");
        System.setProperty("ploy.vectors", folder.toString());

        assertThatThrownBy(() -> Vectors.rows("empty.json")).hasMessageContaining("empty.json", "array with rows");
        assertThatThrownBy(() -> Vectors.file("none.json")).hasMessageContaining(folder.toString(), "none.json");

        System.setProperty("ploy.vectors", folder.resolve("nowhere").toString());
        assertThatThrownBy(() -> Vectors.file("some.json")).hasMessageContaining("nowhere", "no folder");
    }

    @Test
    void theTestSignersSignatureRecoversToItsAddress() {
        TestSigner signer = new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
        byte[] message = {1, 2, 3};

        byte[] signature = signer.sign(message).bytes();

        assertThat(signer.address().checksummed()).isEqualTo("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
        assertThat(TestSigner.recover(Keccak256.of(message), signature)).isEqualTo(signer.address());
    }
}
