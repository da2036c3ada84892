package io.ploy.connectors.polymarket.relayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import io.ploy.connectors.polymarket.vectors.Vectors;
import io.ploy.connectors.polymarket.wallet.WalletAddresses;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies the venue's own client sends to the relayer, against ours, byte for byte. */
class RelayerVectorTest {

    @ParameterizedTest
    @MethodSource("signedRows")
    void bodyIsTheClientsByteForByte(JsonNode row) {
        TestSigner signer = new TestSigner(row.get("privateKey").asText());
        Chain chain = chain(row);

        SubmitRequest request = request(row, signer, chain);

        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo(expected(row));
        assertThat(request.type()).isEqualTo(row.get("kind").asText());
    }

    @ParameterizedTest
    @MethodSource("creationsOfDepositWallets")
    void creationOfADepositWalletIsTheClients(JsonNode row) {
        Address owner = new Address(row.get("request").get("from").asText());
        Wallet wallet = new Wallet(
                AccountKind.DEPOSIT_WALLET,
                owner,
                new WalletAddresses(Chain.POLYGON).depositWallet(owner).orElseThrow());

        SubmitRequest request = new RelayerRequests(new AddressOnly(owner), Chain.POLYGON, wallet).create();

        assertThat(new String(request.body(), StandardCharsets.UTF_8))
                .isEqualTo(row.get("request").toString());
    }

    /** The relay of these rows is written in a case that is no checksum; ours has the checksum, and the same address. */
    private static String expected(JsonNode row) {
        String body = row.get("request").toString();
        return row.has("relay")
                ? body.replace(row.get("relay").asText(), relay(row).checksummed())
                : body;
    }

    private static Address relay(JsonNode row) {
        return new Address(row.get("relay").asText().toLowerCase(Locale.ROOT));
    }

    private static SubmitRequest request(JsonNode row, TestSigner signer, Chain chain) {
        JsonNode expected = row.get("request");
        long nonce = row.path("nonce").asLong();
        return switch (row.get("kind").asText()) {
            case "SAFE" ->
                requests(AccountKind.SAFE, expected.get("proxyWallet"), signer, chain)
                        .safe(batch(row, "transactions", "to"), nonce);
            case "PROXY" ->
                requests(AccountKind.PROXY, expected.get("proxyWallet"), signer, chain)
                        .proxy(
                                batch(row, "transactions", "to"),
                                new RelayTerms(
                                        relay(row), nonce, row.get("gasLimit").asLong()));
            case "WALLET" ->
                requests(
                                AccountKind.DEPOSIT_WALLET,
                                expected.get("depositWalletParams").get("depositWallet"),
                                signer,
                                chain)
                        .depositWallet(
                                batch(row, "calls", "target"),
                                nonce,
                                Instant.ofEpochSecond(row.get("deadline").asLong()));
            case "SAFE-CREATE" ->
                requests(AccountKind.SAFE, expected.get("proxyWallet"), signer, chain)
                        .create();
            default -> throw new IllegalStateException("vectors of another kind: " + row.get("kind"));
        };
    }

    private static RelayerRequests requests(AccountKind kind, JsonNode funder, TestSigner signer, Chain chain) {
        return new RelayerRequests(signer, chain, new Wallet(kind, signer.address(), new Address(funder.asText())));
    }

    private static Batch batch(JsonNode row, String list, String target) {
        List<ContractCall> calls = new ArrayList<>();
        for (JsonNode call : row.get(list)) {
            calls.add(new ContractCall(
                    new Address(call.get(target).asText()),
                    new BigInteger(call.get("value").asText()),
                    HexFormat.of().parseHex(call.get("data").asText().substring(2))));
        }
        return new Batch(calls, row.get("request").path("metadata").asText());
    }

    private static Chain chain(JsonNode row) {
        return row.get("chainId").asLong() == Chain.AMOY.id() ? Chain.AMOY : Chain.POLYGON;
    }

    static Stream<Named<JsonNode>> signedRows() {
        return Vectors.rows("relayer.json").filter(row -> row.getPayload().has("privateKey"));
    }

    static Stream<Named<JsonNode>> creationsOfDepositWallets() {
        return Vectors.rows("relayer.json")
                .filter(row -> row.getPayload().get("kind").asText().equals("WALLET-CREATE"));
    }
}
