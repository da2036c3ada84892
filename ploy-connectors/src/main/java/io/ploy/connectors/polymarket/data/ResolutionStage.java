package io.ploy.connectors.polymarket.data;

import java.util.Locale;

/** How far the answer to a market's question has come. */
public enum ResolutionStage {
    /** The question is known. */
    INITIALIZED,
    /** The question was asked. */
    POSED,
    /** The market is trading. */
    ACTIVE,
    /** An answer was proposed. */
    PROPOSED,
    /** The proposed answer was challenged. */
    CHALLENGED,
    /** Another answer was proposed. */
    REPROPOSED,
    /** The answer is disputed. */
    DISPUTED,
    /** The answer is being decided. */
    ARBITRATION,
    /** The answer is final. */
    RESOLVED,
    /** A word this connector does not know. */
    UNKNOWN;

    static ResolutionStage of(String word) {
        for (ResolutionStage stage : values()) {
            if (stage != UNKNOWN && stage.name().equals(word.toUpperCase(Locale.ROOT))) {
                return stage;
            }
        }
        return UNKNOWN;
    }
}
