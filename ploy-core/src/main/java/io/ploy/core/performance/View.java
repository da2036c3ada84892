package io.ploy.core.performance;

/** With or without fills that are not final. */
enum View {
    ECONOMIC,
    CONFIRMED;

    /** Both, without the copy that {@link #values} makes. */
    static final View[] BOTH = values();
}
