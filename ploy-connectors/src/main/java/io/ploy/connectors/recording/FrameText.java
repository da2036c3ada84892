package io.ploy.connectors.recording;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** How a frame stands in a line: JSON as it came, anything else as a text that gives the same letters back. */
final class FrameText {
    private FrameText() {}

    static boolean isKeepAlive(String frame) {
        return frame.isEmpty() || frame.equalsIgnoreCase("PING") || frame.equalsIgnoreCase("PONG");
    }

    /** Whether the frame can stand in a line unquoted: one JSON object or list with nothing around it, on one line. */
    static boolean standsAlone(String frame) {
        if (frame.isEmpty()
                || "{[".indexOf(frame.charAt(0)) < 0
                || "}]".indexOf(frame.charAt(frame.length() - 1)) < 0) {
            return false;
        }
        for (int i = 0; i < frame.length(); i++) {
            char c = frame.charAt(i);
            if (c == '\n' || c == '\r' || Character.isSurrogate(c)) {
                return false;
            }
        }
        try (JsonParser in = Json.FACTORY.createParser(frame)) {
            in.nextToken();
            in.skipChildren();
            return in.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    static void quote(StringBuilder out, String frame) {
        out.append('"');
        for (int i = 0; i < frame.length(); i++) {
            char c = frame.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
