package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

class OrderMinimumsTest {
    private static final InstrumentId YES = new InstrumentId("polymarket", "1234");
    private static final TradingRules RULES = TradingRules.builder(TickSize.CENT)
            .minimumSize(Quantity.ofShares(5))
            .minimumTakerNotional(Cash.ofUsd(1))
            .build();

    @Test
    void fewerSharesThanTheMinimumAreRefusedOnEitherSide() {
        refused(OrderRequest.buy(YES, Quantity.parse("4.99"), Price.parse("0.5")), false)
                .withMessage("4.99 shares are too few: the market takes 5 or more");
        refused(OrderRequest.sell(YES, Quantity.parse("4.99"), Price.parse("0.5")), false)
                .withMessage("4.99 shares are too few: the market takes 5 or more");
        passes(OrderRequest.buy(YES, Quantity.ofShares(5), Price.parse("0.5")), false);
    }

    @Test
    void buyerWhoTakesNeedsTheMinimumNotional() {
        OrderRequest resting = OrderRequest.buy(YES, Quantity.ofShares(9), Price.parse("0.11"));

        passes(resting, false);
        refused(resting, true)
                .withMessage(
                        "0.99 pUSD is too little for an order that takes from the book: the venue wants 1 or more");
        refused(resting.fillAndKill(), false)
                .withMessage(
                        "0.99 pUSD is too little for an order that takes from the book: the venue wants 1 or more");
    }

    @Test
    void amountToSpendIsMeasuredInCashAlone() {
        passes(OrderRequest.spend(YES, Cash.ofUsd(1), Price.parse("0.9")), false);
        refused(OrderRequest.spend(YES, Cash.parse("0.99"), Price.parse("0.9")), false)
                .withMessage(
                        "0.99 pUSD is too little for an order that takes from the book: the venue wants 1 or more");
    }

    @Test
    void sellerWhoTakesNeedsSharesOnly() {
        passes(OrderRequest.sell(YES, Quantity.ofShares(5), Price.parse("0.01")).fillAndKill(), true);
    }

    private static ThrowableAssertAlternative<OrderRefusedException> refused(OrderRequest request, boolean crosses) {
        return assertThatExceptionOfType(OrderRefusedException.class)
                .isThrownBy(() -> OrderMinimums.check(request, RULES, crosses));
    }

    private static void passes(OrderRequest request, boolean crosses) {
        assertThatCode(() -> OrderMinimums.check(request, RULES, crosses)).doesNotThrowAnyException();
    }
}
