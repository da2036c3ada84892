package io.ploy.core.ledger;

import io.ploy.api.order.SettlementStatus;
import org.jspecify.annotations.Nullable;

/**
 * One cell of {@link SettlementTable}: what an observed status does to a leg.
 *
 * @param effect what happens
 * @param to the status moved to, for MOVE only
 * @param illegal the rule the report breaks, for REFUSE only
 * @param onlyIfNewer whether the report is stale unless its time is later than that of the known status
 */
record SettlementCell(
        Effect effect,
        @Nullable SettlementStatus to,
        @Nullable IllegalMove illegal,
        boolean onlyIfNewer) {
    enum Effect {
        MOVE,
        STAY,
        STALE,
        REFUSE
    }

    /** Reads a cell as the table writes it: {@code MINED}, {@code MINED newer}, {@code =}, {@code ·}, {@code S2}. */
    static SettlementCell parse(String text) {
        String[] words = text.split(" ");
        boolean newer = words.length > 1;
        if (newer && !words[1].equals("newer")) {
            throw new IllegalArgumentException("no settlement cell: " + text);
        }
        IllegalMove illegal = IllegalMove.ofCode(words[0]);
        if (illegal != null) {
            return new SettlementCell(Effect.REFUSE, null, illegal, newer);
        }
        return switch (words[0]) {
            case "=" -> new SettlementCell(Effect.STAY, null, null, newer);
            case "·" -> new SettlementCell(Effect.STALE, null, null, newer);
            default -> new SettlementCell(Effect.MOVE, SettlementStatus.valueOf(words[0]), null, newer);
        };
    }

    @Override
    public String toString() {
        String text = switch (effect) {
            case MOVE -> String.valueOf(to);
            case STAY -> "=";
            case STALE -> "·";
            case REFUSE -> illegal == null ? "" : illegal.code();
        };
        return onlyIfNewer ? text + " newer" : text;
    }
}
