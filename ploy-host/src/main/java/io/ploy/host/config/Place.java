package io.ploy.host.config;

/**
 * Where something stands in a configuration file.
 *
 * @param file the file's name
 * @param line from 1
 * @param path the keys that lead there, with dots between
 */
public record Place(String file, int line, String path) {
    Place at(String key) {
        return new Place(file, line, path.isEmpty() ? key : path + "." + key);
    }

    /** As editors and compilers show it. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + path;
    }
}
