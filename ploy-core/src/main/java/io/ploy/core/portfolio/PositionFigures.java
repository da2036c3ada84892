package io.ploy.core.portfolio;

/**
 * One position in its two views, without marks. Economic counts fills that are not final, confirmed does not. All amounts
 * in micros.
 *
 * @param economicShares micro-shares; below zero in deficit
 * @param economicCost what they cost, without fees
 * @param economicRealised profit of what left, before fees
 * @param economicFees all fees
 * @param confirmedShares micro-shares that are final; what a provisional sale takes away is still there
 * @param confirmedCost what they cost, without fees
 * @param confirmedRealised profit of what left, before fees
 * @param confirmedFees all fees
 */
public record PositionFigures(
        long economicShares,
        long economicCost,
        long economicRealised,
        long economicFees,
        long confirmedShares,
        long confirmedCost,
        long confirmedRealised,
        long confirmedFees) {
    /** Of a position that never was. */
    public static final PositionFigures NONE = new PositionFigures(0, 0, 0, 0, 0, 0, 0, 0);

    static PositionFigures of(AverageCost economic, AverageCost confirmed) {
        return new PositionFigures(
                economic.quantity(),
                economic.cost(),
                economic.realised(),
                economic.fees(),
                confirmed.quantity(),
                confirmed.cost(),
                confirmed.realised(),
                confirmed.fees());
    }
}
