package io.ploy.strategies.dumphedge;

/** How the pair is completed. */
enum HedgeStyle {
    /** Takes what is offered once it is cheap enough. */
    TAKER,
    /** Rests a post-only bid at the highest price that reaches the target. */
    RESTING
}
