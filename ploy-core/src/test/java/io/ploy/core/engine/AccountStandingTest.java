package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountCheck.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountStandingTest {
    private static final AccountCheck GOOD = new AccountCheck("key", Verdict.GOOD, "signs");
    private static final AccountCheck ODD = new AccountCheck("clock", Verdict.WARNING, "is slow");
    private static final AccountCheck BAD = new AccountCheck("restrictions", Verdict.BAD, "closed only");

    private final SupervisedRoom room = new SupervisedRoom().start();

    private int tick = 9;

    private void look(AccountCheck... checks) {
        room.ploy.operator().accountChecked(List.of(checks));
        room.advance(Duration.ofMillis(1));
    }

    /** Each at another price, so that none repeats another. */
    private OrderStatus bid() {
        Price price = Price.parse("0.3" + --tick);
        return room.submit(OrderRequest.buy(SupervisedRoom.UP, Quantity.ofShares(5), price))
                .status();
    }

    @Test
    void nobodyWhoLooksRefusesNothing() {
        assertThat(bid()).isNotEqualTo(OrderStatus.DENIED);
    }

    @Test
    void whatIsBadStopsNewRiskUntilALookFindsTheAccountFit() {
        look(GOOD, ODD);
        assertThat(bid()).isNotEqualTo(OrderStatus.DENIED);

        look(GOOD, BAD);
        look(GOOD, BAD);
        assertThat(bid()).isEqualTo(OrderStatus.DENIED);
        assertThat(room.alertCodes())
                .filteredOn(code -> code.equals("account.unfit"))
                .hasSize(1);

        look(GOOD, ODD);
        assertThat(bid()).isNotEqualTo(OrderStatus.DENIED);
        assertThat(room.alertCodes()).contains("account.fit");
    }
}
