package io.ploy.core.breaker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the causes that a person named.
 *
 * @param answers by the name of the cause, in the order in which they were named
 * @param transition what is to be done
 */
public record Reset(Map<String, Answer> answers, Transition transition) {
    /** Copies the map. */
    public Reset {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /**
     * The same with another answer.
     *
     * @param cause for which
     * @param answer what became of it
     * @return changed
     */
    public Reset with(String cause, Answer answer) {
        Map<String, Answer> changed = new LinkedHashMap<>(answers);
        changed.put(cause, answer);
        return new Reset(changed, transition);
    }

    /** What became of one. */
    public enum Answer {
        /** It is cleared. */
        CLEARED("is cleared"),
        /** It was not set. */
        NOT_SET("was not set"),
        /** Only evidence clears it. */
        NEEDS_EVIDENCE("ends by itself when there is evidence, and by no person"),
        /** Something still halts; trading goes on in a second step, after that. */
        STILL_HALTED("comes after every cause of the halt is cleared");

        private final String words;

        Answer(String words) {
            this.words = words;
        }

        /**
         * For people.
         *
         * @return what follows the cause's name
         */
        public String words() {
            return words;
        }
    }
}
