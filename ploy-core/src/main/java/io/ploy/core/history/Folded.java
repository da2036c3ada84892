package io.ploy.core.history;

/** What folding a record answers. */
enum Folded {
    DONE
}
