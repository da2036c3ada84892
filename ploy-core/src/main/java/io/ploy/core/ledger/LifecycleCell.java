package io.ploy.core.ledger;

import io.ploy.api.order.OrderLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * One cell of {@link LifecycleTable}: what an event does to an order in a state.
 *
 * @param effect what happens
 * @param to the state moved to, for MOVE and REVIVE only
 * @param illegal the rule the evidence breaks, if it does
 * @param lookUp whether the venue should be asked
 */
record LifecycleCell(
        Effect effect,
        @Nullable OrderLifecycle to,
        @Nullable IllegalMove illegal,
        boolean lookUp) {
    enum Effect {
        /** The order enters another state. */
        MOVE,
        /** A closed order is open again, if the proof is good enough. */
        REVIVE,
        /** Applied, no move. */
        STAY,
        /** Repeated or overtaken: counted and dropped. */
        STALE,
        /** Impossible: counted, reported, not applied. */
        REFUSE
    }

    boolean moves() {
        return effect == Effect.MOVE || effect == Effect.REVIVE;
    }

    OrderLifecycle target(OrderLifecycle from) {
        return to == null ? from : to;
    }

    /** This cell and then another: one piece of evidence may show two things at once. */
    LifecycleCell then(LifecycleCell next) {
        return new LifecycleCell(
                next.moves() ? Effect.MOVE : effect,
                next.moves() ? next.to : to,
                illegal == null ? next.illegal : illegal,
                lookUp || next.lookUp);
    }

    /** Reads a cell as the table writes it: {@code LIVE}, {@code LIVE†}, {@code =}, {@code ·}, {@code X5 look}. */
    static LifecycleCell parse(String text) {
        OrderLifecycle to = null;
        Effect effect = null;
        IllegalMove illegal = null;
        boolean lookUp = false;
        for (String word : text.split(" ")) {
            switch (word) {
                case "=" -> effect = Effect.STAY;
                case "·" -> effect = Effect.STALE;
                case "look" -> lookUp = true;
                case "LIVE†" -> {
                    effect = Effect.REVIVE;
                    to = OrderLifecycle.LIVE;
                }
                default -> {
                    IllegalMove code = IllegalMove.ofCode(word);
                    if (code == null) {
                        effect = Effect.MOVE;
                        to = OrderLifecycle.valueOf(word);
                    } else {
                        illegal = code;
                    }
                }
            }
        }
        return new LifecycleCell(effect == null ? Effect.REFUSE : effect, to, illegal, lookUp);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                switch (effect) {
                    case MOVE -> String.valueOf(to);
                    case REVIVE -> to + "†";
                    case STAY -> "=";
                    case STALE -> "·";
                    case REFUSE -> "";
                });
        if (illegal != null) {
            text.append(text.isEmpty() ? "" : " ").append(illegal.code());
        }
        return text.append(lookUp ? " look" : "").toString();
    }
}
