package io.ploy.core.breaker;

/** What ends a cause. */
public enum Recovery {
    /** A fact that shows it is over. */
    EVIDENCE,
    /** Only a person, who gives a reason. */
    PERSON
}
