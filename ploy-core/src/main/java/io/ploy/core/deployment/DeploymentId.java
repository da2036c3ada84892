package io.ploy.core.deployment;

/**
 * Names a deployment.
 *
 * @param name lower-case letters, digits and hyphens, at most 64
 */
public record DeploymentId(String name) implements Comparable<DeploymentId> {
    /** Checks the letters. */
    public DeploymentId {
        if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "a deployment's id has lower-case letters, digits and hyphens and starts with a letter: '" + name
                            + "'");
        }
    }

    @Override
    public int compareTo(DeploymentId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
