package io.ploy.strategies.dumphedge;

/** Which fills may trigger the next step. */
enum FillTrust {
    /** Final ones only. */
    CONFIRMED,
    /** Matched ones too; the next order names the fill it rests on. */
    MATCHED
}
