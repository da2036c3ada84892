package io.ploy.core.performance;

import io.ploy.api.money.Cash;
import java.time.LocalDate;

/**
 * How a scope stands today. Immutable. Marks are what is bid, after the fee, for all that is held; where the book is not
 * trusted, what was bid last.
 *
 * @param scope whose
 * @param day which day, UTC
 * @param equity now: cash and holdings for the account; profit since the beginning of all for a domain or a strategy
 * @param equityAtStart the same when the day began
 * @param flows what came in, less what went out, without being profit
 * @param economic profit of the day, fills counted that are not final
 * @param confirmed profit of the day without them
 * @param lowerBound the worse of the two, with nothing for what has no trusted mark
 * @param realised part of {@code economic}: what was sold, merged or redeemed, before fees
 * @param unrealised part of {@code economic}: how the worth of what is held changed
 * @param fees of the day
 * @param income part of {@code economic}: rewards and rebates; the account's alone
 * @param gas of the day, what the chain was paid; the account's alone
 * @param drawdown how far equity less flows is below its peak, worse view, last trusted marks
 * @param drawdownBound the same with nothing for what has no trusted mark
 * @param peak the highest equity less flows since the baseline
 * @param bound whether something held has no trusted mark, so that the lower bound is lower
 */
public record DayFigures(
        PerformanceScope scope,
        LocalDate day,
        Cash equity,
        Cash equityAtStart,
        Cash flows,
        Cash economic,
        Cash confirmed,
        Cash lowerBound,
        Cash realised,
        Cash unrealised,
        Cash fees,
        Cash income,
        Cash gas,
        Cash drawdown,
        Cash drawdownBound,
        Cash peak,
        boolean bound) {}
