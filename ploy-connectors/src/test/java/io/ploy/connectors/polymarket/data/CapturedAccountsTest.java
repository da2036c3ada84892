package io.ploy.connectors.polymarket.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.connectors.polymarket.fixture.Captured;
import io.ploy.connectors.polymarket.json.Json;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Answers of the venue itself, of the first version. Each must be read, and nothing in them may be unknown. */
class CapturedAccountsTest {
    private final UnknownMembers unknown = new UnknownMembers();

    private <T> List<T> read(String folder, String prefix, Function<JsonValue, T> row) throws IOException {
        List<T> rows = new ArrayList<>();
        for (Path file : Captured.files(folder, prefix)) {
            JsonValue answer = Json.read(Captured.text(file), unknown);
            rows.addAll(answer.isList() ? answer.list(row) : List.of(row.apply(answer)));
        }
        return rows;
    }

    @Test
    void positionsTradesAndActivityAreRead() throws IOException {
        assertThat(read("samples/data-api", "positions", RowsV1::position)).hasSize(2);
        assertThat(read("samples/data-api", "trade", RowsV1::trade)).hasSizeGreaterThan(2);
        assertThat(read("samples/other", "data_activity", RowsV1::activity))
                .extracting(DataActivity::type)
                .containsOnly(ActivityType.TAKER_REBATE);
        assertThat(read("samples/nautilus-test_data", "data_api_positions", RowsV1::position))
                .hasSizeGreaterThan(1);
        assertThat(read("samples/nautilus-test_data", "data_api_trades", RowsV1::trade))
                .hasSize(3);
        assertThat(unknown.byMember()).isEmpty();
    }

    @Test
    void ninetySecondsOfAllTradesAreRead() throws IOException {
        List<DataTrade> trades = read("recordings/data-api-trades", "data-api_trades", RowsV1::trade);

        assertThat(trades).hasSize(3_100);
        assertThat(trades.stream().distinct()).hasSize(2_198);
        assertThat(trades).allMatch(trade -> trade.size().quantity().isPresent());
        assertThat(unknown.byMember()).isEmpty();
    }
}
