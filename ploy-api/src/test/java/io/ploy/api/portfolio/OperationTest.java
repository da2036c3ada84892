package io.ploy.api.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.MarketId;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Operation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTest {
    private static final OperationId ID = new OperationId(new AccountId("main"), 1, 2);
    private static final MarketId A = new MarketId("test", "a");
    private static final MarketId B = new MarketId("test", "b");
    private static final MarketId C = new MarketId("test", "c");
    private static final Quantity TEN = Quantity.ofShares(10);

    @Test
    void anOperationOnOneMarketMovesSharesOfThatOne() {
        Operation split = new Operation(ID, Kind.SPLIT, A, TEN);

        assertThat(split.conversion()).isNull();
        assertThat(split.markets()).containsExactly(A);
    }

    @Test
    void aConversionMovesSharesOfAllItsMarkets() {
        Operation converted = Operation.convert(ID, new Conversion(List.of(B, A), List.of(C)), TEN);

        assertThat(converted.kind()).isEqualTo(Kind.CONVERT);
        assertThat(converted.market()).isEqualTo(B);
        assertThat(converted.markets()).containsExactly(B, A, C);
    }

    @Test
    void justAConversionHasMarketsOfItsOwn() {
        Conversion conversion = new Conversion(List.of(A), List.of(B));

        assertThatThrownBy(() -> new Operation(ID, Kind.CONVERT, A, TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CONVERT");
        assertThatThrownBy(() -> new Operation(ID, Kind.MERGE, A, TEN, conversion))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Operation(ID, Kind.CONVERT, B, TEN, conversion))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the first that is given");
    }

    @Test
    void eachMarketGivenButOneBringsAUsdAShare() {
        assertThat(new Conversion(List.of(A), List.of(B)).cashMicros(7)).isZero();
        assertThat(new Conversion(List.of(A, B, C), List.of()).cashMicros(7)).isEqualTo(14);
        assertThatThrownBy(() -> new Conversion(List.of(A, B, C), List.of()).cashMicros(Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void marketsAreNamedOnceAndSomeIsGiven() {
        assertThatThrownBy(() -> new Conversion(List.of(), List.of(A)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one market at least");
        assertThatThrownBy(() -> new Conversion(List.of(A, A), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new Conversion(List.of(A), List.of(B, A)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsThatChangeLaterChangeNothing() {
        List<MarketId> given = new ArrayList<>(List.of(A));
        Conversion conversion = new Conversion(given, List.of(B));

        given.add(C);

        assertThat(conversion.given()).containsExactly(A);
    }
}
