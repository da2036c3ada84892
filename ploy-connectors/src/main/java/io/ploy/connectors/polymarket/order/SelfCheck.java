package io.ploy.connectors.polymarket.order;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.Bytes32;
import io.ploy.connectors.polymarket.protocol.ExchangeDomain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.TypedData;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Reads the words that are about to be signed and compares each with what was asked, so that a mistake on the way costs an
 * order and not money. Allocates nothing while all is well.
 *
 * <p><b>Threading.</b> Not thread-safe.
 */
final class SelfCheck {
    private static final byte[] TYPE = TypedData.hash(OrderStruct.TYPE);

    private final Exchanges exchanges;
    private final Wallet wallet;
    private final byte[] maker;
    private final byte[] signer;
    private final byte[] metadata = new byte[Bytes32.LENGTH];
    private final byte[] builder = new byte[Bytes32.LENGTH];

    SelfCheck(Exchanges exchanges, Wallet wallet, OrderOptions options) {
        this.exchanges = exchanges;
        this.wallet = wallet;
        this.maker = word(wallet.funder());
        this.signer = word(wallet.orderSigner());
        options.metadata().put(metadata, 0);
        options.builder().put(builder, 0);
    }

    private static byte[] word(Address address) {
        byte[] word = new byte[TypedData.WORD];
        System.arraycopy(address.bytes(), 0, word, TypedData.WORD - Address.LENGTH, Address.LENGTH);
        return word;
    }

    /**
     * Compares an encoded order with what was asked.
     *
     * @throws io.ploy.api.order.OrderRefusedException naming the field that is wrong
     */
    void check(OrderStruct order, Token token, OrderDraft draft, VenueMarket market) {
        checkDomain(order, market);
        checkWord(order, OrderField.TYPE, TYPE);
        checkNumber(order, OrderField.SALT, draft.salt());
        checkWord(order, OrderField.MAKER, maker);
        checkWord(order, OrderField.SIGNER, signer);
        checkToken(token, draft.request().instrument().symbol());
        checkWord(order, OrderField.TOKEN, token.word());
        checkNumber(order, OrderField.SIDE, draft.request().side() == Side.BUY ? 0 : 1);
        checkNumber(order, OrderField.SIGNATURE_TYPE, wallet.kind().signatureType());
        checkNumber(order, OrderField.TIMESTAMP, draft.decidedAt().toEpochMilli());
        checkWord(order, OrderField.METADATA, metadata);
        checkWord(order, OrderField.BUILDER, builder);
        TickSize tick = market.market().rules().tickSize();
        AmountCheck.check(
                draft.request(), tick, order.number(OrderField.MAKER_AMOUNT), order.number(OrderField.TAKER_AMOUNT));
    }

    private void checkDomain(OrderStruct order, VenueMarket market) {
        ExchangeDomain domain = exchanges.of(market.version(), market.negRisk()).orElseThrow();
        byte[] message = order.message();
        if (message[0] != 0x19 || message[1] != 0x01 || !domain.isAt(message, OrderStruct.SEPARATOR)) {
            String found = HexFormat.of().formatHex(message, 0, OrderStruct.HASH);
            throw Refusal.of("exchange", found, "the separator of " + domain);
        }
    }

    private static void checkToken(Token token, String symbol) {
        byte[] text = token.text();
        boolean same = text.length == symbol.length();
        for (int i = 0; same && i < text.length; i++) {
            same = text[i] == symbol.charAt(i);
        }
        if (!same) {
            throw Refusal.of(OrderField.TOKEN, new String(text, StandardCharsets.US_ASCII), symbol);
        }
    }

    private static void checkWord(OrderStruct order, OrderField field, byte[] expected) {
        byte[] words = order.words();
        int at = field.at();
        if (!Arrays.equals(words, at, at + TypedData.WORD, expected, 0, TypedData.WORD)) {
            HexFormat hex = HexFormat.of();
            throw Refusal.of(
                    field, "0x" + hex.formatHex(words, at, at + TypedData.WORD), "0x" + hex.formatHex(expected));
        }
    }

    private static void checkNumber(OrderStruct order, OrderField field, long expected) {
        if (order.number(field) != expected) {
            HexFormat hex = HexFormat.of();
            int at = field.at();
            throw Refusal.of(
                    field, "0x" + hex.formatHex(order.words(), at, at + TypedData.WORD), Long.toString(expected));
        }
    }
}
