package io.ploy.connectors.polymarket.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.signing.Address;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExchangesTest {
    @ParameterizedTest
    @CsvSource({
        "POLYGON, CTF, false, 3264e159346253e26a64e00b69032db0e7d32f94628de3e6eecb50304d7af3d2",
        "POLYGON, CTF, true, 9b858f53327b0bd13af8ec14cfb35234fb9eb7b0504d1a4e61f433840d30e81a",
        "POLYGON, POSITIONS, false, 466c63910185bbd55e8679264200c4e0abdcbb0c6264eb3d41d13326022e095b",
        "POLYGON, POSITIONS, true, 466c63910185bbd55e8679264200c4e0abdcbb0c6264eb3d41d13326022e095b",
        "AMOY, CTF, false, a440cbd865bc0c6243d7a8df9a8bf48a8827b0a4abbb61c30e96d305423af148",
        "AMOY, CTF, true, 1468e39841f0a0e05d3762b235cb7acecabf8cd7b6d3a672965a5d415bf9378e",
        "AMOY, POSITIONS, false, df8b5fd204134b8d562677d7fc9346884e8f02ef2fd43358239393723e8833e6",
        "AMOY, POSITIONS, true, df8b5fd204134b8d562677d7fc9346884e8f02ef2fd43358239393723e8833e6",
    })
    void theDomainFollowsFromTheMarketsGeneration(
            Chain chain, MarketVersion version, boolean hasNegativeRisk, String separator) {
        Exchanges exchanges = Exchanges.of(chain);

        ExchangeDomain domain = exchanges.of(version, hasNegativeRisk).orElseThrow();

        assertThat(separator(domain)).isEqualTo(separator);
    }

    @ParameterizedTest
    @CsvSource({
        "POLYGON, CTF_EXCHANGE_V1, 1a573e3617c78403b5b4b892827992f027b03d4eaf570048b8ee8cdd84d151be",
        "POLYGON, NEG_RISK_EXCHANGE_V1, 82cb6aa85babb812f4b521a12b10f0cbc68d2b44be7bc02c047004f544adb49f",
        "AMOY, CTF_EXCHANGE_V1, 44b180a7e548e2d916b5410176db13a07744966f9b6c93c4bccdabebbcdfca93",
        "AMOY, NEG_RISK_EXCHANGE_V1, 9fa10822e4b86fd1eed68ea1c2628e0ee9a6c523cb2570592768432cfdb09bf1",
    })
    void theFirstExchangesAreStillKnown(Chain chain, Contract exchange, String separator) {
        ExchangeDomain domain =
                new ExchangeDomain("1", chain, exchange.on(chain).orElseThrow());

        assertThat(separator(domain)).isEqualTo(separator);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aMarketOfUnknownGenerationHasNoExchange(boolean hasNegativeRisk) {
        assertThat(Exchanges.of(Chain.POLYGON).of(MarketVersion.UNKNOWN, hasNegativeRisk))
                .isEmpty();
    }

    @Test
    void otherAddressesThanThePublishedOnesCanBeGiven() {
        Address ctf = new Address("0x1111111111111111111111111111111111111111");
        Address negRisk = new Address("0x2222222222222222222222222222222222222222");
        Address positions = new Address("0x3333333333333333333333333333333333333333");

        Exchanges exchanges = new Exchanges(Chain.AMOY, ctf, negRisk, positions);

        assertThat(exchanges.chain()).isEqualTo(Chain.AMOY);
        assertThat(exchanges.of(MarketVersion.CTF, false).orElseThrow().exchange())
                .isEqualTo(ctf);
        assertThat(exchanges.of(MarketVersion.CTF, true).orElseThrow().exchange())
                .isEqualTo(negRisk);
        assertThat(exchanges.of(MarketVersion.POSITIONS, true))
                .hasToString(
                        "Optional[domain 3 of exchange 0x3333333333333333333333333333333333333333 on chain 80002]");
    }

    @Test
    void aSeparatorIsRecognisedWhereItStands() {
        ExchangeDomain domain =
                Exchanges.of(Chain.POLYGON).of(MarketVersion.CTF, false).orElseThrow();
        byte[] message = new byte[40];

        domain.putSeparator(message, 3);

        assertThat(domain.isAt(message, 3)).isTrue();
        assertThat(domain.isAt(message, 2)).isFalse();
    }

    private static String separator(ExchangeDomain domain) {
        byte[] separator = new byte[32];
        domain.putSeparator(separator, 0);
        return HexFormat.of().formatHex(separator);
    }
}
