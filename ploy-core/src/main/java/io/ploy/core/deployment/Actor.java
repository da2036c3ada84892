package io.ploy.core.deployment;

/**
 * Who changes the register.
 *
 * @param name of a person, or of the part of Ploy that acts, such as {@code breaker drawdown}
 * @param isPerson whether a person answers for it: promotions and acceptances need one
 */
public record Actor(String name, boolean isPerson) {
    private static final int LONGEST = 100;

    /** Checks the name. */
    public Actor {
        name = checkedName(name);
    }

    /** A person. */
    public static Actor person(String name) {
        return new Actor(name, true);
    }

    /** A part of Ploy. */
    public static Actor machine(String name) {
        return new Actor(name, false);
    }

    static String checkedName(String name) {
        String trimmed = name.trim();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + LONGEST + " letters and no control characters: '" + name + "'");
        }
        return trimmed;
    }

    @Override
    public String toString() {
        return name;
    }
}
