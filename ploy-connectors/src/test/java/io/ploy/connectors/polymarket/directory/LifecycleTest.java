package io.ploy.connectors.polymarket.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.MarketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {
    /** Absent members are written as -, and so is an empty word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // version|active|closed|accepting|book|oracle      |history                 |resolution|prices
                // |status
                "v1      |true  |false |true     |true|-            |[]                      |-         |0.5,0.5  |OPEN",
                "v1      |true  |false |true     |true|requested    |[]                      |-         |0.5,0.5  |OPEN",
                "v1      |true  |false |false    |true|-            |[]                      |-         |0.5,0.5  |PAUSED",
                "v1      |true  |false |-        |true|-            |[]                      |-         |0.5,0.5  |PAUSED",
                "v1      |true  |false |true     |-   |-            |[]                      |-         |0.5,0.5  |DISCOVERED",
                "v1      |-     |false |true     |true|-            |[]                      |-         |0.5,0.5  |DISCOVERED",
                "v1      |true  |false |true     |true|proposed     |[]                      |-         |1,0      |PROPOSED",
                "v1      |true  |true  |false    |true|proposed     |[]                      |-         |1,0      |PROPOSED",
                "v1      |true  |false |true     |true|-            |[proposed]              |-         |0.5,0.5  |PROPOSED",
                "v1      |true  |false |true     |true|-            |[proposed,disputed]     |-         |0.5,0.5  |DISPUTED",
                "v1      |true  |true  |false    |true|Disputed     |[proposed,disputed]     |-         |0.9,0.1  |DISPUTED",
                "v1      |true  |true  |false    |true|resolved     |[proposed]              |-         |1,0      |RESOLVED",
                "v1      |true  |true  |false    |true|resolved     |[]                      |-         |0,1      |RESOLVED",
                "v1      |true  |true  |true     |true|settled      |[]                      |-         |0,1.0    |RESOLVED",
                "v1      |true  |true  |false    |true|resolved     |[proposed]              |-         |0.5,0.5  |VOID",
                "v1      |true  |true  |false    |true|resolved     |[]                      |-         |0,0      |UNDETERMINED",
                "v1      |true  |true  |false    |true|resolved     |[]                      |-         |1,1      |UNDETERMINED",
                "v1      |true  |true  |false    |true|resolved     |[]                      |-         |0.3,0.7  |UNDETERMINED",
                "v1      |true  |true  |false    |true|resolved     |[]                      |-         |-        |UNDETERMINED",
                "v1      |true  |false |true     |true|resolved     |[]                      |-         |1,0      |CLOSED",
                "v1      |true  |true  |false    |true|-            |[]                      |-         |0.97,0.03|CLOSED",
                "v1      |true  |true  |false    |true|-            |[]                      |-         |0.5,0.5  |CLOSED",
                "v1      |true  |true  |true     |true|-            |[]                      |-         |1,0      |RESOLVED",
                "v1      |true  |true  |false    |true|requested    |[]                      |-         |0.97,0.03|CLOSED",
                "v1      |true  |false |true     |true|pondering    |[]                      |-         |0.5,0.5  |PAUSED",
                "v1      |true  |true  |false    |true|pondering    |[]                      |-         |1,0      |CLOSED",
                "v2      |true  |false |true     |true|-            |[]                      |active    |0.5,0.5  |OPEN",
                "v2      |true  |false |true     |true|-            |[]                      |inactive  |0.5,0.5  |DISCOVERED",
                "v2      |true  |true  |false    |true|-            |[]                      |resolved  |1,0      |RESOLVED",
                "v2      |true  |true  |false    |true|-            |[]                      |resolved  |0.5,0.5  |VOID",
                "v2      |true  |true  |false    |true|proposed     |[]                      |resolved  |1,0      |RESOLVED",
                "v2      |true  |false |true     |true|proposed     |[]                      |-         |1,0      |PROPOSED",
                "v3      |true  |true  |false    |true|-            |[]                      |resolved  |1,0      |RESOLVED",
            })
    void statusFollowsFromTheVenuesWords(ArgumentsAccessor row) {
        String history = row.getString(6);
        String prices = row.getString(8);
        MarketStatus expected = row.get(9, MarketStatus.class);
        CatalogueEntry entry = CatalogueEntry.market(1).with("version", word(row.getString(0)));
        entry = member(entry, "active", row.getString(1));
        entry = member(entry, "closed", row.getString(2));
        entry = member(entry, "acceptingOrders", row.getString(3));
        entry = member(entry, "enableOrderBook", row.getString(4));
        entry = member(entry, "umaResolutionStatus", word(row.getString(5)));
        entry = entry.with("umaResolutionStatuses", list(history.substring(1, history.length() - 1)));
        entry = member(entry, "resolutionStatus", word(row.getString(7)));
        entry = entry.with("outcomePrices", list(prices.equals("-") ? "" : prices));

        Standing standing = Lifecycle.of(entry.read(), "");

        assertThat(standing.status()).as(standing.reason()).isEqualTo(expected);
        assertThat(standing.reason().isEmpty()).isEqualTo(expected == MarketStatus.OPEN);
    }

    @Test
    void obstacleKeepsAMarketFromBeingOpenAndIsSaid() {
        Standing standing = Lifecycle.of(CatalogueEntry.market(1).read(), "its ids are missing");

        assertThat(standing).isEqualTo(new Standing(MarketStatus.DISCOVERED, "its ids are missing"));
    }

    @Test
    void obstacleDoesNotHideAnOutcome() {
        Standing standing =
                Lifecycle.of(CatalogueEntry.market(1).resolved("[\"1\",\"0\"]").read(), "its version is odd");

        assertThat(standing.status()).isEqualTo(MarketStatus.RESOLVED);
    }

    @Test
    void hiddenMarketIsPaused() {
        Standing standing =
                Lifecycle.of(CatalogueEntry.market(1).with("archived", "true").read(), "");

        assertThat(standing.status()).isEqualTo(MarketStatus.PAUSED);
    }

    private static CatalogueEntry member(CatalogueEntry entry, String name, String value) {
        return value.equals("-") ? entry.without(name) : entry.with(name, value);
    }

    private static String word(String word) {
        return word.equals("-") ? word : "\"" + word + "\"";
    }

    /** A list inside text. */
    private static String list(String joined) {
        String inside = joined.isEmpty() ? "" : "\\\"" + joined.replace(",", "\\\",\\\"") + "\\\"";
        return "\"[" + inside + "]\"";
    }
}
