package io.ploy.core.deployment;

/**
 * Exactly what runs: evidence counts for the build it was made with and no other.
 *
 * @param artifactSha256 of the plugin, see {@link Artifact}
 * @param parametersSha256 of the strategy and its parameters, see {@link ParametersHash}
 * @param engine the version of Ploy
 */
public record Build(String artifactSha256, String parametersSha256, EngineVersion engine) {
    /** Checks the hashes. */
    public Build {
        Hex.check("the artifact's hash", artifactSha256);
        Hex.check("the parameters' hash", parametersSha256);
    }

    /** Whether evidence of one counts for the other. */
    boolean matches(Build other) {
        return artifactSha256.equals(other.artifactSha256)
                && parametersSha256.equals(other.parametersSha256)
                && engine.line().equals(other.engine.line());
    }

    /** Whether they have the artifact or the parameters in common. */
    boolean resembles(Build other) {
        return artifactSha256.equals(other.artifactSha256) || parametersSha256.equals(other.parametersSha256);
    }

    /** Where another one differs, in words. */
    String difference(Build other) {
        StringBuilder words = new StringBuilder();
        differ(words, "artifact", artifactSha256, other.artifactSha256);
        differ(words, "parameters", parametersSha256, other.parametersSha256);
        differ(words, "engine", engine.line(), other.engine.line());
        return words.toString();
    }

    private static void differ(StringBuilder words, String what, String here, String there) {
        if (!here.equals(there)) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(what)
                    .append(' ')
                    .append(there)
                    .append(" instead of ")
                    .append(here);
        }
    }
}
