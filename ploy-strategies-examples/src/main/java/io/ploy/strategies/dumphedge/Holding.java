package io.ploy.strategies.dumphedge;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.FillId;
import io.ploy.api.portfolio.Position;
import io.ploy.strategies.leg.Leg;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is held of one outcome: what the legs of this run traded, on top of what an earlier run left. Every number is
 * folded from the legs when asked for, so a late or reversed fill changes all of them at once. Micros throughout.
 */
final class Holding {
    private final InstrumentId instrument;
    private final List<Leg> buys = new ArrayList<>();
    private final List<Leg> sales = new ArrayList<>();
    private long baseQuantity;
    private long baseConfirmed;
    private long baseSpent;
    private long merged;

    Holding(InstrumentId instrument) {
        this.instrument = instrument;
    }

    InstrumentId instrument() {
        return instrument;
    }

    void addBuy(Leg leg) {
        buys.add(leg);
    }

    void addSale(Leg leg) {
        sales.add(leg);
    }

    void addMerged(long quantity) {
        merged += quantity;
    }

    /** Provisional and final shares. */
    long economic() {
        return Math.max(0, baseQuantity + economic(buys) - economic(sales) - merged);
    }

    /** Shares whose purchase may trigger the next step. */
    long trusted(FillTrust trust) {
        if (trust == FillTrust.MATCHED) {
            return economic();
        }
        long confirmed = baseConfirmed - economic(sales) - merged;
        for (Leg leg : buys) {
            confirmed += leg.confirmed().micros();
        }
        return Math.max(0, Math.min(confirmed, economic()));
    }

    /** What was bought, whatever became of it. */
    long bought() {
        return baseQuantity + economic(buys);
    }

    /** What it cost, fees included. */
    long spent() {
        long spent = baseSpent;
        for (Leg leg : buys) {
            spent += leg.spentMicros();
        }
        return spent;
    }

    /** The average all-in cost of a share in USD; 0 if none was bought. */
    double unitCost() {
        return bought() == 0 ? 0 : spent() / (double) bought();
    }

    /** What open purchases may still bring. */
    long openBuys() {
        return open(buys);
    }

    /** What open sales may still take. */
    long openSales() {
        return open(sales);
    }

    /** The newest fill behind this holding that is not final. */
    Optional<FillId> newestProvisionalFill() {
        for (int i = buys.size() - 1; i >= 0; i--) {
            Optional<FillId> fill = buys.get(i).newestProvisionalFill();
            if (fill.isPresent()) {
                return fill;
            }
        }
        return Optional.empty();
    }

    /**
     * Takes over what the ledger says beyond the legs of this run.
     *
     * @param position what the ledger says
     * @param rememberedQuantity what an earlier run remembered holding
     * @param rememberedSpent what it remembered paying for that, fees included
     */
    void restore(Position position, long rememberedQuantity, long rememberedSpent) {
        rebase(position);
        // The ledger's fees include those of sales, so it only serves where memory does not fit.
        if (rememberedQuantity == baseQuantity) {
            baseSpent = rememberedSpent;
        }
    }

    /** Follows the ledger where orders of an earlier run changed. */
    void rebase(Position position) {
        long before = baseQuantity;
        baseQuantity = Math.max(0, position.economic().micros() - economic(buys) + economic(sales) + merged);
        long confirmed = position.confirmed().micros() + economic(sales) + merged;
        for (Leg leg : buys) {
            confirmed -= leg.confirmed().micros();
        }
        baseConfirmed = Math.max(0, Math.min(confirmed, baseQuantity));
        if (before > 0) {
            baseSpent = FixedPoint.mulDiv(baseSpent, baseQuantity, before, RoundingMode.CEILING);
        } else if (!position.economic().isZero()) {
            long paid = position.cost().micros() + position.fees().micros();
            baseSpent =
                    FixedPoint.mulDiv(paid, baseQuantity, position.economic().micros(), RoundingMode.CEILING);
        }
    }

    private static long economic(List<Leg> legs) {
        long sum = 0;
        for (Leg leg : legs) {
            sum += leg.economic().micros();
        }
        return sum;
    }

    private static long open(List<Leg> legs) {
        long sum = 0;
        for (Leg leg : legs) {
            sum += leg.open().micros();
        }
        return sum;
    }
}
