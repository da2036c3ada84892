package io.ploy.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Belief;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.risk.RiskAudit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RecordCodecTest {
    private final ByteSink sink = new ByteSink(16);
    private final RecordWriter writer = new RecordWriter(sink);
    private final RecordReader reader = new RecordReader();

    @Test
    void everyRecordReadsBackAsItWas() {
        AnyRecord any = new AnyRecord(11);

        for (int i = 0; i < 5_000; i++) {
            JournalRecord record = any.next();

            byte[] bytes = encode(record);

            JournalRecord read = reader.read(bytes, 0, bytes.length);
            assertThat(encode(read)).isEqualTo(bytes);
            // Prepared orders have no equality of their own.
            if (record instanceof JournalRecord.OrderPrepared || i % 50 == 0) {
                assertThat(read).usingRecursiveComparison().isEqualTo(record);
            } else {
                assertThat(read).isEqualTo(record);
            }
        }
    }

    @Test
    void theGeneratorKnowsEveryKind() {
        List<Integer> types = new AnyRecord(1)
                .ofEveryKind().stream().map(record -> encode(record)[0] & 0xff).toList();

        assertThat(types.subList(0, types.size() - 1))
                .containsExactlyElementsOf(
                        Arrays.stream(RecordType.values()).map(RecordType::code).toList());
        assertThat(types).hasSize(JournalRecord.class.getPermittedSubclasses().length);
    }

    @Test
    void aKindFromTheFutureIsKeptAsItIs() {
        byte[] bytes = {(byte) 200, 3, 1, 2, 3};

        JournalRecord read = reader.read(bytes, 0, bytes.length);

        assertThat(read).isEqualTo(new JournalRecord.Unknown(200, 3, new byte[] {1, 2, 3}));
        assertThat(encode(read)).isEqualTo(bytes);
    }

    @Test
    void aKnownKindInAFormatFromTheFutureIsUnknown() {
        byte[] bytes = encode(new JournalRecord.SessionClosed("stopped"));
        bytes[1] = 2;

        assertThat(reader.read(bytes, 0, bytes.length)).isInstanceOf(JournalRecord.Unknown.class);
    }

    @Test
    void aRequestIsWrittenInTheOldestVersionThatSaysAllOfIt() {
        InstrumentId token = new InstrumentId("sim", "up");
        ClientOrderId order = new ClientOrderId(new AccountId("main"), 1, 1);
        OrderRequest plain = OrderRequest.buy(token, Quantity.ofShares(5), Price.parse("0.45"));

        assertThat(encode(new JournalRecord.IntentAccepted(order, "s", plain))[1])
                .isEqualTo((byte) 1);
        assertThat(encode(new JournalRecord.IntentAccepted(order, "s", plain.believing(Belief.of(0.5))))[1])
                .isEqualTo((byte) 2);
        assertThat(encode(new JournalRecord.IntentAccepted(
                        order, "s", OrderRequest.buySized(token, Price.parse("0.45"))))[1])
                .isEqualTo((byte) 2);
        assertThat(encode(new JournalRecord.IntentAccepted(
                        order, "s", plain.basedOn(new OrderInput("a", Instant.EPOCH, Duration.ZERO))))[1])
                .isEqualTo((byte) 3);
        assertThat(encode(new JournalRecord.IntentAccepted(order, "s", plain, Price.parse("0.4")))[1])
                .isEqualTo((byte) 4);
    }

    @Test
    void aVersionOfARequestFromTheFutureIsUnknown() {
        byte[] bytes = encode(new JournalRecord.IntentAccepted(
                new ClientOrderId(new AccountId("main"), 1, 1),
                "s",
                OrderRequest.buySized(new InstrumentId("sim", "up"), Price.parse("0.45"))));
        bytes[1] = 5;

        assertThat(reader.read(bytes, 0, bytes.length)).isInstanceOf(JournalRecord.Unknown.class);
    }

    @Test
    void aRecordCutAnywhereIsRefused() {
        for (JournalRecord record : new AnyRecord(12).ofEveryKind().subList(0, RecordType.values().length)) {
            byte[] bytes = encode(record);

            for (int length = 0; length < bytes.length; length++) {
                int cut = length;
                assertThatThrownBy(() -> reader.read(bytes, 0, cut)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void aRecordWithBytesTooManyIsRefused() {
        for (JournalRecord record : new AnyRecord(13).ofEveryKind().subList(0, RecordType.values().length)) {
            byte[] bytes = encode(record);
            byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

            assertThatThrownBy(() -> reader.read(longer, 0, longer.length))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 bytes too many");
        }
    }

    @Test
    void nonsenseIsRefusedOrReadAndNothingElse() {
        SplittableRandom random = new SplittableRandom(14);
        AnyRecord any = new AnyRecord(15);

        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = encode(any.next());
            bytes[random.nextInt(Math.min(2, bytes.length - 1), bytes.length)] = (byte) random.nextInt();

            try {
                assertThat(reader.read(bytes, 0, bytes.length)).isNotNull();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("cannot be read");
            }
        }
    }

    @Test
    void textThatIsNoCharacterBecomesAQuestionMark() {
        byte[] bytes = encode(new JournalRecord.SessionClosed("half \uD83D pair"));

        assertThat(reader.read(bytes, 0, bytes.length)).isEqualTo(new JournalRecord.SessionClosed("half ? pair"));
    }

    @Test
    void namesReadTwiceAreOneInstance() {
        byte[] bytes = encode(new JournalRecord.SendStarted(new VenueOrderId("0xabc"), 1));

        JournalRecord first = reader.read(bytes, 0, bytes.length);
        JournalRecord second = reader.read(bytes, 0, bytes.length);

        assertThat(((JournalRecord.SendStarted) first).order().value())
                .isSameAs(((JournalRecord.SendStarted) second).order().value());
    }

    @Test
    void frequentRecordsAreWrittenWithoutGarbage() {
        List<JournalRecord> frequent = frequent();
        for (int i = 0; i < 200_000; i++) {
            writer.write(frequent.get(i % frequent.size()), Frame.HEADER_BYTES);
        }
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        int writes = 50_000;

        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < writes; i++) {
            writer.write(frequent.get(i % frequent.size()), Frame.HEADER_BYTES);
        }
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        assertThat(allocated / writes).as("bytes allocated for each record").isZero();
    }

    /** What an order that is filled writes again and again. */
    static List<JournalRecord> frequent() {
        InstrumentId token = new InstrumentId("polymarket", "7".repeat(77));
        ClientOrderId order = new ClientOrderId(new AccountId("main"), 3, 17);
        VenueOrderId venueOrder = new VenueOrderId("0x" + "ab".repeat(32));
        Instant at = Instant.parse("2026-03-01T12:00:00.123456789Z");
        OrderRequest request = OrderRequest.buy(token, Quantity.ofShares(20), Price.parse("0.45"))
                .reason("ask 0.44 below 0.45");
        return List.of(
                new JournalRecord.RiskDecided(
                        new RiskAudit(order, "late-entry", request, Quantity.ofShares(20), List.of(), at)),
                new JournalRecord.IntentAccepted(order, "late-entry", request),
                new JournalRecord.SendStarted(venueOrder, 1),
                new JournalRecord.EvidenceReceived(OrderEvidence.of(venueOrder, OrderEvidence.Kind.LIVE, "live", at)),
                new JournalRecord.FillObserved(new FillReport(
                        new FillId("trade-1", 0, venueOrder, LiquidityRole.MAKER),
                        token,
                        Side.BUY,
                        Price.parse("0.45"),
                        Quantity.ofShares(20),
                        Cash.ZERO,
                        SettlementStatus.MATCHED,
                        at,
                        at)),
                new JournalRecord.OrderMoved(order, OrderLifecycle.SUBMITTED, OrderLifecycle.LIVE, null, ""));
    }

    private byte[] encode(JournalRecord record) {
        writer.write(record, 0);
        return Arrays.copyOf(sink.array(), sink.size());
    }
}
