package io.ploy.core.breaker;

/**
 * A breaker saw what it trips on.
 *
 * @param breaker its name, which is the cause's
 * @param scope what is stopped
 * @param severity how far
 * @param recovery what ends it
 * @param compared the numbers
 */
public record Trip(String breaker, Scope scope, Severity severity, Recovery recovery, Compared compared) {
    /**
     * The numbers in words.
     *
     * @return for people and journal
     */
    public String why() {
        return compared.toString();
    }
}
