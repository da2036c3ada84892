package io.ploy.host.report;

import java.util.List;

/** Builds markup. Whatever is given as text is escaped; only tag and class names are taken as they are. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Text as it may stand in an element or in a quoted attribute. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Opens an element of a class, or of none if it is empty. */
    Html open(String tag, String className) {
        out.append('<').append(tag);
        if (!className.isEmpty()) {
            out.append(" class=\"").append(className).append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** A whole element with text inside. */
    Html element(String tag, String className, String text) {
        open(tag, className);
        out.append(escape(text));
        return close(tag);
    }

    /** A section with a heading. */
    Html section(String heading) {
        return open("section", "").element("h2", "", heading);
    }

    /** A table's head. Headings that start with {@code #} stand above numbers. */
    Html tableHead(List<String> headings) {
        open("div", "scroll").open("table", "").open("thead", "").open("tr", "");
        for (String heading : headings) {
            boolean number = heading.startsWith("#");
            element("th", number ? "n" : "", number ? heading.substring(1) : heading);
        }
        return close("tr").close("thead").open("tbody", "");
    }

    Html tableEnd() {
        return close("tbody").close("table").close("div");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
