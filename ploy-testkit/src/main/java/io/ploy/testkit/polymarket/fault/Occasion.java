package io.ploy.testkit.polymarket.fault;

/** Something a fault could strike. */
public interface Occasion {
    /** The passing of time. */
    Occasion TIME = new Occasion() {
        @Override
        public String words() {
            return "time";
        }

        @Override
        public boolean fits(Where where) {
            return true;
        }
    };

    /**
     * What it is, for the log.
     *
     * @return the same words for the same occasion of another run
     */
    String words();

    /**
     * Whether it is one of those asked for.
     *
     * @param where what is asked for
     * @return true if it is
     */
    boolean fits(Where where);
}
