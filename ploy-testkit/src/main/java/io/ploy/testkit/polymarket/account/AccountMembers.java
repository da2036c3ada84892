package io.ploy.testkit.polymarket.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The members of an object in an accounts file. What it says of a wrong one names file and member. */
final class AccountMembers {
    private final String place;
    private final JsonNode object;

    /** Refuses anything but an object. */
    AccountMembers(String place, JsonNode object) {
        this.place = place;
        this.object = object;
        if (!object.isObject()) {
            throw new AccountFileException(
                    place + ": found no object; allowed is one with at least a name and a kind", null);
        }
    }

    AccountFileException wrong(String name, Object found, String allowed) {
        return new AccountFileException(place + ", " + name + ": found " + found + "; allowed is " + allowed, null);
    }

    /** Refuses members that nothing reads, which are mostly mistyped. */
    void requireOnly(List<String> known) {
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Set.copyOf(known).contains(name)) {
                throw wrong(name, "a member that is not known", String.join(", ", known));
            }
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    AccountMembers object(String name) {
        return new AccountMembers(place + ", " + name, object.path(name));
    }

    /** A text that is no secret; absent if it is left out. */
    <T> Optional<T> text(String name, Function<String, T> parse, String allowed) {
        return read(name, parse, allowed, true);
    }

    /** A text that is never shown. */
    <T> Optional<T> secret(String name, Function<String, T> parse, String allowed) {
        return read(name, parse, allowed, false);
    }

    Optional<Integer> number(String name, String allowed) {
        JsonNode member = object.path(name);
        if (member.isMissingNode()) {
            return Optional.empty();
        }
        if (!member.isInt()) {
            throw wrong(name, member, allowed);
        }
        return Optional.of(member.intValue());
    }

    private <T> Optional<T> read(String name, Function<String, T> parse, String allowed, boolean isShown) {
        JsonNode member = object.path(name);
        if (member.isMissingNode()) {
            return Optional.empty();
        }
        if (!member.isTextual()) {
            throw wrong(name, "no text", allowed);
        }
        try {
            return Optional.of(parse.apply(member.textValue()));
        } catch (IllegalArgumentException e) {
            throw wrong(name, isShown ? "'" + member.textValue() + "'" : "another text", allowed);
        }
    }

    <T> T required(String name, Optional<T> value, String allowed) {
        return value.orElseThrow(() -> wrong(name, "nothing", allowed));
    }
}
