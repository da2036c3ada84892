package io.ploy.core.sizing;

import io.ploy.api.money.Cash;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.allocation.Portion;
import java.util.List;

/**
 * Divides the balance, less a reserve, into equal slots, one for each market that is traded at a time; an order has what is
 * left of its slot. When others use all of them there is none for it.
 *
 * @param slots 1 to 10,000
 * @param reserve of the balance, not to be used
 * @param most the most for one order, above 0
 */
public record FundSlots(int slots, Portion reserve, Cash most) implements SizingPolicy {
    /** Four slots, a fifth of the balance in reserve, at most 25 USD. */
    public static final FundSlots DEFAULT = new FundSlots(4, Fraction.percent(20), Cash.ofUsd(25));

    private static final int MOST_SLOTS = 10_000;
    private static final List<SizingInput> NEEDS =
            List.of(SizingInput.BALANCE, SizingInput.SLOTS_OF_OTHERS, SizingInput.USED_BY_SLOT, SizingInput.ALL_IN);

    /** Checks the ranges. */
    public FundSlots {
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new IllegalArgumentException("FUND_SLOTS with " + slots + " slots, allowed are 1 to " + MOST_SLOTS);
        }
        Ranges.above("FUND_SLOTS amount", most);
    }

    @Override
    public List<SizingInput> needs() {
        return NEEDS;
    }

    @Override
    public long shares(SizingInputs figures) {
        if (figures.value(SizingInput.SLOTS_OF_OTHERS) >= slots) {
            return 0;
        }
        long balance = Math.max(0, figures.value(SizingInput.BALANCE));
        long slot = (balance - reserve.of(balance)) / slots;
        long room = slot - figures.value(SizingInput.USED_BY_SLOT);
        return Stake.shares(Math.min(room, most.micros()), figures.value(SizingInput.ALL_IN));
    }

    @Override
    public String toString() {
        return "FUND_SLOTS " + slots + ", reserve " + reserve + ", at most " + most + " USD";
    }
}
