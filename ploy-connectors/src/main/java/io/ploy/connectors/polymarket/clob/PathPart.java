package io.ploy.connectors.polymarket.clob;

/** Ids as parts of a path. The path is signed as it is sent, so nothing in it may need encoding. */
final class PathPart {
    private PathPart() {}

    static String of(String id) {
        if (!id.matches("[0-9A-Za-z_-]{1,200}")) {
            throw new IllegalArgumentException("an id of letters and digits is needed, not '" + id + "'");
        }
        return id;
    }
}
