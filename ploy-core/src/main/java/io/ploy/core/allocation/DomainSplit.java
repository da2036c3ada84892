package io.ploy.core.allocation;

import io.ploy.api.market.Market;
import io.ploy.api.money.FixedPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a domain is split by what its markets are about, and by how long their windows are. A market counts in every part it
 * fits, by tags and by windows each, and has room only where all of them have some. One that fits no part by tags is of the
 * others, and so is one by windows; unless it is said what the others have, that is what the parts leave.
 *
 * @param tags parts by tags, no tag in two of them; none for no split by tags
 * @param otherTagsOrNull the share of markets with no tag of those, null for what they leave
 * @param windows parts by the length of windows, each length once; none for no split by windows
 * @param otherWindowsOrNull the share of markets with other windows or none, null for what they leave
 */
public record DomainSplit(
        List<TagPart> tags,
        @Nullable Fraction otherTagsOrNull,
        List<WindowPart> windows,
        @Nullable Fraction otherWindowsOrNull) {
    /** The name of the part of everything that is not listed. */
    public static final String OTHER = "other";

    /** Not split. */
    public static final DomainSplit NONE = new DomainSplit(List.of(), null, List.of(), null);

    /** Copies the lists and checks that no part is in the way of another. */
    public DomainSplit {
        tags = List.copyOf(tags);
        windows = List.copyOf(windows);
        checkTags(tags);
        checkWindows(windows);
        if ((tags.isEmpty() && otherTagsOrNull != null) || (windows.isEmpty() && otherWindowsOrNull != null)) {
            throw new IllegalArgumentException("a share for all others, and nothing but others");
        }
    }

    private static void checkTags(List<TagPart> parts) {
        Set<String> names = new HashSet<>();
        Map<String, String> owners = new HashMap<>();
        for (TagPart part : parts) {
            if (!names.add(part.name())) {
                throw new IllegalArgumentException("found " + part.name() + " twice, allowed is each once");
            }
            for (String tag : part.tags()) {
                String other = owners.putIfAbsent(tag, part.name());
                if (other != null) {
                    throw new IllegalArgumentException(
                            "found the tag " + tag + " in " + other + " and in " + part.name() + ", allowed is one");
                }
            }
        }
    }

    private static void checkWindows(List<WindowPart> parts) {
        Set<Duration> lengths = new HashSet<>();
        for (WindowPart part : parts) {
            if (!lengths.add(part.length())) {
                throw new IllegalArgumentException(
                        "found windows of " + part.name() + " twice, allowed is each length once");
            }
        }
    }

    /**
     * The same with another part by tags.
     *
     * @param part as checked there
     * @return a changed copy
     */
    public DomainSplit with(TagPart part) {
        List<TagPart> more = new ArrayList<>(tags);
        more.add(part);
        return new DomainSplit(more, otherTagsOrNull, windows, otherWindowsOrNull);
    }

    /**
     * The same with another part by windows.
     *
     * @param part as checked there
     * @return a changed copy
     */
    public DomainSplit with(WindowPart part) {
        List<WindowPart> more = new ArrayList<>(windows);
        more.add(part);
        return new DomainSplit(tags, otherTagsOrNull, more, otherWindowsOrNull);
    }

    /**
     * The parts a market counts in.
     *
     * @param domain the name of the domain that is split
     * @param market one of the domain, as last known
     * @return none where nothing is split
     */
    List<CapitalPart> of(String domain, Market market) {
        List<CapitalPart> parts = new ArrayList<>(2);
        for (TagPart part : tags) {
            if (part.fits(market)) {
                parts.add(new CapitalPart(domain + ".tags." + part.name(), part.share()));
            }
        }
        if (parts.isEmpty() && !tags.isEmpty()) {
            parts.add(new CapitalPart(domain + ".tags." + OTHER, otherTags()));
        }
        if (!windows.isEmpty()) {
            parts.add(byWindow(domain, market));
        }
        return parts;
    }

    private CapitalPart byWindow(String domain, Market market) {
        for (WindowPart part : windows) {
            if (part.fits(market)) {
                return new CapitalPart(domain + ".windows." + part.name(), part.share());
            }
        }
        return new CapitalPart(domain + ".windows." + OTHER, otherWindows());
    }

    private Fraction otherTags() {
        return otherTagsOrNull != null
                ? otherTagsOrNull
                : rest(tags.stream().map(TagPart::share).toList());
    }

    private Fraction otherWindows() {
        return otherWindowsOrNull != null
                ? otherWindowsOrNull
                : rest(windows.stream().map(WindowPart::share).toList());
    }

    private static Fraction rest(List<Fraction> listed) {
        long sum = listed.stream().mapToLong(Fraction::micros).sum();
        return new Fraction(Math.max(0, FixedPoint.ONE - sum));
    }

    /** By name, the others too where something is said of them. */
    Map<String, Fraction> tagShares() {
        Map<String, Fraction> shares = new HashMap<>();
        tags.forEach(part -> shares.put(part.name(), part.share()));
        if (otherTagsOrNull != null) {
            shares.put(OTHER, otherTagsOrNull);
        }
        return shares;
    }

    /** By length, the others too where something is said of them. */
    Map<String, Fraction> windowShares() {
        Map<String, Fraction> shares = new HashMap<>();
        windows.forEach(part -> shares.put(part.name(), part.share()));
        if (otherWindowsOrNull != null) {
            shares.put(OTHER, otherWindowsOrNull);
        }
        return shares;
    }
}
