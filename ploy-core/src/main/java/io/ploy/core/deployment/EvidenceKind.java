package io.ploy.core.deployment;

import java.util.Locale;

/** How a strategy was tried. */
public enum EvidenceKind {
    /** On recordings. */
    BACKTEST,
    /** At a simulated venue on live books. */
    PAPER,
    /** Live, with a tenth of its limits. */
    CANARY;

    /** As people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
