package io.ploy.core.engine;

/** What a case answers that has nothing to say. */
enum Done {
    /** It was handled. */
    DONE
}
