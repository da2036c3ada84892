package io.ploy.api.portfolio;

import io.ploy.api.Stable;
import io.ploy.api.money.Cash;

/**
 * Profit and loss, economic view: provisional fills count.
 *
 * @param realised of what was sold, merged or redeemed, before fees
 * @param unrealised marks less cost of what is held; bids net of the taker fee, payouts once resolved, zero without a bid
 * @param fees all fees
 */
@Stable
public record ProfitAndLoss(Cash realised, Cash unrealised, Cash fees) {
    /** None. */
    public static final ProfitAndLoss ZERO = new ProfitAndLoss(Cash.ZERO, Cash.ZERO, Cash.ZERO);

    /**
     * What is left after fees.
     *
     * @return realised + unrealised − fees
     */
    public Cash net() {
        return realised.plus(unrealised).minus(fees);
    }
}
