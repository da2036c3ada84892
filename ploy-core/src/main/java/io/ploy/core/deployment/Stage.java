package io.ploy.core.deployment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far a deployment has come. It goes up one step at a time, by a person, and down any number, by anybody. */
public enum Stage {
    /** Written down; its orders go nowhere. */
    DRAFT,
    /** Tested on recordings. */
    BACKTEST,
    /** Trades at a simulated venue on live books. */
    PAPER,
    /** Trades live with a tenth of its limits and small orders, see {@link CanaryTerms}. */
    CANARY,
    /** Trades live with its full limits. */
    LIVE,
    /** Was trading live and may only reduce what it holds. */
    SUSPENDED,
    /** Over for good. */
    RETIRED;

    /** Whether its orders go to the venue and may add risk. */
    public boolean tradesLive() {
        return this == CANARY || this == LIVE;
    }

    /**
     * The one stage it can be promoted to. A suspended deployment comes back as a canary.
     *
     * @return absent if there is none
     */
    public Optional<Stage> next() {
        return switch (this) {
            case DRAFT -> Optional.of(BACKTEST);
            case BACKTEST -> Optional.of(PAPER);
            case PAPER, SUSPENDED -> Optional.of(CANARY);
            case CANARY -> Optional.of(LIVE);
            case LIVE, RETIRED -> Optional.empty();
        };
    }

    /** The stages it can be taken down to, in one step: every earlier one, and where it must not trade. */
    public Set<Stage> demotions() {
        return switch (this) {
            case DRAFT -> EnumSet.of(RETIRED);
            case BACKTEST -> EnumSet.of(DRAFT, RETIRED);
            case PAPER -> EnumSet.of(DRAFT, BACKTEST, RETIRED);
            case CANARY -> EnumSet.of(DRAFT, BACKTEST, PAPER, SUSPENDED, RETIRED);
            case LIVE -> EnumSet.of(DRAFT, BACKTEST, PAPER, CANARY, SUSPENDED, RETIRED);
            case SUSPENDED -> EnumSet.of(DRAFT, BACKTEST, PAPER, RETIRED);
            case RETIRED -> EnumSet.noneOf(Stage.class);
        };
    }

    /**
     * What must be on record before a deployment enters this stage; for those that trade live, at every order too.
     *
     * @return in the order in which it is made
     */
    public Set<EvidenceKind> needs() {
        return switch (this) {
            case PAPER -> EnumSet.of(EvidenceKind.BACKTEST);
            case CANARY -> EnumSet.of(EvidenceKind.BACKTEST, EvidenceKind.PAPER);
            case LIVE -> EnumSet.allOf(EvidenceKind.class);
            case DRAFT, BACKTEST, SUSPENDED, RETIRED -> EnumSet.noneOf(EvidenceKind.class);
        };
    }

    /** As people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
