package io.ploy.core.history;

import static io.ploy.core.history.HistoryColumn.Type.BYTES;
import static io.ploy.core.history.HistoryColumn.Type.FLAG;
import static io.ploy.core.history.HistoryColumn.Type.INTEGER;
import static io.ploy.core.history.HistoryColumn.Type.MICROS;
import static io.ploy.core.history.HistoryColumn.Type.TEXT;
import static io.ploy.core.history.HistoryColumn.Type.TIME;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table of the history: its name and its columns, the same in files, on the screen and in databases.
 *
 * @param <R> its rows
 */
public final class HistoryTable<R extends HistoryRow> {
    /** Orders as they are now. */
    public static final HistoryTable<OrderRow> ORDERS = new Draft<>("orders", OrderRow.class)
            .integer("sequence", OrderRow::sequence)
            .key("order_id", row -> row.order().toString())
            .text("venue_order_id", OrderRow::venueOrder)
            .text("strategy", OrderRow::strategy)
            .market(OrderRow::market)
            .instrument(OrderRow::instrument)
            .text("side", OrderRow::side)
            .quantity("quantity", OrderRow::quantity)
            .cash("spend", OrderRow::spend)
            .price("limit_price", OrderRow::limit)
            .text("time_in_force", OrderRow::timeInForce)
            .time("expires_at", OrderRow::expiresAt)
            .flag("post_only", OrderRow::postOnly)
            .flag("reduce_only", OrderRow::reduceOnly)
            .text("reason", OrderRow::reason)
            .text("status", OrderRow::status)
            .quantity("matched", OrderRow::matched)
            .quantity("economic", OrderRow::economic)
            .quantity("confirmed", OrderRow::confirmed)
            .cash("notional", OrderRow::notional)
            .cash("fees", OrderRow::fees)
            .text("close_reason", OrderRow::closeReason)
            .text("detail", OrderRow::detail)
            .time("created_at", OrderRow::createdAt)
            .time("updated_at", OrderRow::updatedAt)
            .orderedBy("created_at");

    /** All that happened to orders. */
    public static final HistoryTable<OrderEventRow> ORDER_EVENTS = new Draft<>("order_events", OrderEventRow.class)
            .sequenceKey()
            .time("at", OrderEventRow::at)
            .text("order_id", OrderEventRow::order)
            .text("venue_order_id", OrderEventRow::venueOrder)
            .text("strategy", OrderEventRow::strategy)
            .market(OrderEventRow::market)
            .instrument(OrderEventRow::instrument)
            .text("kind", OrderEventRow::kind)
            .text("outcome", OrderEventRow::outcome)
            .text("detail", OrderEventRow::detail)
            .orderedBy("at");

    /** Fill legs as they are now. */
    public static final HistoryTable<FillRow> FILLS = new Draft<>("fills", FillRow.class)
            .integer("sequence", FillRow::sequence)
            .key("fill_id", row -> row.fill().toString())
            .text("trade_id", row -> row.fill().trade())
            .text("order_id", FillRow::order)
            .text("venue_order_id", row -> row.fill().order())
            .text("strategy", FillRow::strategy)
            .market(FillRow::market)
            .instrument(FillRow::instrument)
            .text("side", FillRow::side)
            .price("price", FillRow::price)
            .quantity("quantity", FillRow::quantity)
            .cash("notional", FillRow::notional)
            .cash("fee", FillRow::fee)
            .text("role", FillRow::role)
            .text("settlement", FillRow::settlement)
            .flag("late", FillRow::late)
            .time("at", FillRow::at)
            .time("updated_at", FillRow::updatedAt)
            .orderedBy("at");

    /** What venues said about the settlement of fills. */
    public static final HistoryTable<SettlementRow> SETTLEMENTS = new Draft<>("settlements", SettlementRow.class)
            .sequenceKey()
            .time("at", SettlementRow::at)
            .text("fill_id", SettlementRow::fill)
            .text("order_id", SettlementRow::order)
            .text("venue_order_id", row -> row.fill().order())
            .text("strategy", SettlementRow::strategy)
            .market(SettlementRow::market)
            .instrument(SettlementRow::instrument)
            .text("status", SettlementRow::status)
            .cash("fee", SettlementRow::fee)
            .time("venue_at", SettlementRow::venueAt)
            .orderedBy("at");

    /** What strategies hold. */
    public static final HistoryTable<PositionRow> POSITIONS = new Draft<>("positions", PositionRow.class)
            .integer("sequence", PositionRow::sequence)
            .key("strategy", PositionRow::strategy)
            .market(PositionRow::market)
            .key("instrument", row -> row.instrument().toString())
            .quantity("economic", PositionRow::economic)
            .quantity("confirmed", PositionRow::confirmed)
            .cash("cost", PositionRow::cost)
            .cash("average_cost", PositionRow::averageCost)
            .cash("realised", PositionRow::realised)
            .cash("fees", PositionRow::fees)
            .time("at", PositionRow::at)
            .orderedBy("at");

    /** Every movement of cash. */
    public static final HistoryTable<CashRow> CASH_ENTRIES = new Draft<>("cash_entries", CashRow.class)
            .sequenceKey()
            .time("at", CashRow::at)
            .text("kind", CashRow::kind)
            .text("strategy", CashRow::strategy)
            .market(CashRow::market)
            .text("reference", CashRow::reference)
            .cash("amount", CashRow::amount)
            .cash("balance", CashRow::balance)
            .orderedBy("at");

    /** What the rules shrank or refused. */
    public static final HistoryTable<RiskRow> RISK_DECISIONS = new Draft<>("risk_decisions", RiskRow.class)
            .sequenceKey()
            .time("at", RiskRow::at)
            .text("order_id", RiskRow::order)
            .text("strategy", RiskRow::strategy)
            .market(RiskRow::market)
            .instrument(RiskRow::instrument)
            .text("side", RiskRow::side)
            .price("limit_price", RiskRow::limit)
            .quantity("asked", RiskRow::asked)
            .quantity("granted", RiskRow::granted)
            .flag("allowed", RiskRow::allowed)
            .text("rules", RiskRow::rules)
            .orderedBy("at");

    /** What strategies saved last. */
    public static final HistoryTable<StrategyStateRow> STRATEGY_STATES = new Draft<>(
                    "strategy_states", StrategyStateRow.class)
            .integer("sequence", StrategyStateRow::sequence)
            .time("at", StrategyStateRow::at)
            .key("strategy", StrategyStateRow::strategy)
            .integer("version", row -> row.state().version())
            .bytes("state", row -> row.state().bytes())
            .orderedBy("at");

    /** Runs of the engine. */
    public static final HistoryTable<RunRow> RUNS = new Draft<>("runs", RunRow.class)
            .integer("sequence", RunRow::sequence)
            .integerKey("epoch", RunRow::epoch)
            .text("version", RunRow::version)
            .text("configuration", RunRow::configurationDigest)
            .integer("seed", RunRow::seed)
            .integer("first_sequence", RunRow::firstSequence)
            .column("token", INTEGER, RunRow::token)
            .text("holder", RunRow::holder)
            .time("started_at", RunRow::startedAt)
            .text("ended", RunRow::end)
            .time("ended_at", RunRow::endedAt)
            .text("how", RunRow::how)
            .orderedBy("started_at");

    /** What people were told. */
    public static final HistoryTable<AlertRow> ALERTS = new Draft<>("alerts", AlertRow.class)
            .sequenceKey()
            .time("at", AlertRow::at)
            .text("severity", AlertRow::severity)
            .text("code", AlertRow::code)
            .text("subject", AlertRow::subject)
            .text("message", AlertRow::message)
            .orderedBy("at");

    /** Splits, merges and redemptions as they are now. */
    public static final HistoryTable<OperationRow> OPERATIONS = new Draft<>("operations", OperationRow.class)
            .integer("sequence", OperationRow::sequence)
            .key("operation_id", row -> row.operation().toString())
            .text("strategy", OperationRow::strategy)
            .text("kind", OperationRow::kind)
            .market(OperationRow::market)
            .quantity("quantity", OperationRow::quantity)
            .text("status", OperationRow::status)
            .cash("payout", OperationRow::payout)
            .text("detail", OperationRow::detail)
            .time("requested_at", OperationRow::requestedAt)
            .time("updated_at", OperationRow::updatedAt)
            .orderedBy("requested_at");

    /** Records that could not be processed. */
    public static final HistoryTable<DeadLetterRow> DEAD_LETTERS = new Draft<>("dead_letters", DeadLetterRow.class)
            .integer("sequence", DeadLetterRow::sequence)
            .integerKey("record", DeadLetterRow::record)
            .time("at", DeadLetterRow::at)
            .text("error", DeadLetterRow::error)
            .text("retried_by", DeadLetterRow::retriedBy)
            .time("retried_at", DeadLetterRow::retriedAt)
            .orderedBy("at");

    /** Markets as last known. */
    public static final HistoryTable<MarketRow> MARKETS = new Draft<>("markets", MarketRow.class)
            .integer("sequence", MarketRow::sequence)
            .key("market", row -> row.market().toString())
            .text("slug", MarketRow::slug)
            .text("question", MarketRow::question)
            .text("first_instrument", MarketRow::first)
            .text("first_outcome", MarketRow::firstName)
            .text("second_instrument", MarketRow::second)
            .text("second_outcome", MarketRow::secondName)
            .text("status", MarketRow::status)
            .time("opens_at", MarketRow::opensAt)
            .time("ends_at", MarketRow::endsAt)
            .price("first_payout", MarketRow::firstPayout)
            .time("resolved_at", MarketRow::resolvedAt)
            .time("at", MarketRow::at)
            .orderedBy("at");

    /** Halts, comparisons with the venue, decisions of people. */
    public static final HistoryTable<ControlRow> CONTROLS = new Draft<>("controls", ControlRow.class)
            .sequenceKey()
            .time("at", ControlRow::at)
            .text("kind", ControlRow::kind)
            .text("subject", ControlRow::subject)
            .text("outcome", ControlRow::outcome)
            .text("who", ControlRow::who)
            .text("detail", ControlRow::detail)
            .orderedBy("at");

    private final String name;
    private final Class<R> rowType;
    private final List<HistoryColumn<R>> columns;
    private final HistoryColumn<R> time;

    private HistoryTable(Draft<R> draft, String time) {
        name = draft.name;
        rowType = draft.rowType;
        columns = List.copyOf(draft.columns);
        this.time = column(time).orElseThrow();
    }

    /**
     * All tables.
     *
     * @return in a stable order
     */
    public static List<HistoryTable<?>> all() {
        return List.of(
                ORDERS,
                ORDER_EVENTS,
                FILLS,
                SETTLEMENTS,
                POSITIONS,
                CASH_ENTRIES,
                RISK_DECISIONS,
                STRATEGY_STATES,
                RUNS,
                ALERTS,
                OPERATIONS,
                DEAD_LETTERS,
                MARKETS,
                CONTROLS);
    }

    /**
     * The table of a row.
     *
     * @param row of any table
     * @return its table
     */
    public static HistoryTable<?> of(HistoryRow row) {
        for (HistoryTable<?> table : all()) {
            if (table.rowType.isInstance(row)) {
                return table;
            }
        }
        throw new IllegalArgumentException("no table has rows of " + row.getClass());
    }

    /**
     * Its name.
     *
     * @return lower case with underscores
     */
    public String name() {
        return name;
    }

    /**
     * What its rows are.
     *
     * @return their class
     */
    public Class<R> rowType() {
        return rowType;
    }

    /**
     * Its columns.
     *
     * @return in a stable order
     */
    public List<HistoryColumn<R>> columns() {
        return columns;
    }

    /**
     * One of its columns.
     *
     * @param wanted its name
     * @return absent if there is none
     */
    public Optional<HistoryColumn<R>> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /**
     * The column that says when.
     *
     * @return of type {@link HistoryColumn.Type#TIME}
     */
    public HistoryColumn<R> time() {
        return time;
    }

    /**
     * What identifies a row.
     *
     * @param row one of this table
     * @return its values in the key columns
     */
    public List<Object> key(R row) {
        List<Object> key = new ArrayList<>();
        for (HistoryColumn<R> column : columns) {
            Object value = column.isKey() ? column.value().apply(row) : null;
            if (value != null) {
                key.add(value);
            }
        }
        return key;
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Draft<R extends HistoryRow> {
        private final String name;
        private final Class<R> rowType;
        private final List<HistoryColumn<R>> columns = new ArrayList<>();

        Draft(String name, Class<R> rowType) {
            this.name = name;
            this.rowType = rowType;
        }

        private Draft<R> add(
                String column, HistoryColumn.Type type, boolean isKey, Function<R, @Nullable Object> value) {
            columns.add(new HistoryColumn<>(column, type, isKey, value));
            return this;
        }

        Draft<R> column(String column, HistoryColumn.Type type, Function<R, @Nullable Object> value) {
            return add(column, type, false, value);
        }

        Draft<R> sequenceKey() {
            return integerKey("sequence", HistoryRow::sequence);
        }

        Draft<R> integerKey(String column, ToLongFunction<R> value) {
            return add(column, INTEGER, true, value::applyAsLong);
        }

        Draft<R> integer(String column, ToLongFunction<R> value) {
            return column(column, INTEGER, value::applyAsLong);
        }

        Draft<R> key(String column, Function<R, String> value) {
            return add(column, TEXT, true, value::apply);
        }

        Draft<R> text(String column, Function<R, @Nullable Object> value) {
            return column(column, TEXT, row -> {
                Object found = value.apply(row);
                return found == null ? null : found.toString();
            });
        }

        Draft<R> market(Function<R, @Nullable MarketId> value) {
            return text("market", value::apply);
        }

        Draft<R> instrument(Function<R, @Nullable InstrumentId> value) {
            return text("instrument", value::apply);
        }

        Draft<R> flag(String column, Predicate<R> value) {
            return column(column, FLAG, value::test);
        }

        Draft<R> time(String column, Function<R, @Nullable Instant> value) {
            return column(column, TIME, value::apply);
        }

        Draft<R> bytes(String column, Function<R, byte[]> value) {
            return column(column, BYTES, value::apply);
        }

        Draft<R> quantity(String column, Function<R, Quantity> value) {
            return column(column, MICROS, row -> value.apply(row).micros());
        }

        Draft<R> cash(String column, Function<R, @Nullable Cash> value) {
            return column(column, MICROS, row -> {
                Cash cash = value.apply(row);
                return cash == null ? null : cash.micros();
            });
        }

        Draft<R> price(String column, Function<R, @Nullable Price> value) {
            return column(column, MICROS, row -> {
                Price price = value.apply(row);
                return price == null ? null : price.micros();
            });
        }

        HistoryTable<R> orderedBy(String column) {
            return new HistoryTable<>(this, column);
        }
    }
}
