package io.ploy.connectors.polymarket.directory;

/** How long an up/down window is. */
public enum WindowLength {
    /** Five minutes, from each full five minutes on. */
    FIVE_MINUTES("5m"),
    /** A quarter of an hour, from each full quarter on. */
    FIFTEEN_MINUTES("15m"),
    /** An hour, from each full hour on. */
    HOUR("hourly"),
    /** Four hours, from midnight in New York on. */
    FOUR_HOURS("4h"),
    /** From noon to noon in New York, named for the day it ends. */
    DAY("daily");

    private final String word;

    WindowLength(String word) {
        this.word = word;
    }

    /** How series are named for it. */
    String word() {
        return word;
    }
}
