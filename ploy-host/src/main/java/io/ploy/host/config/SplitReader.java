package io.ploy.host.config;

import io.ploy.core.allocation.DomainSplit;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.allocation.TagPart;
import io.ploy.core.allocation.WindowPart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a domain is split, from its keys {@code tags} and {@code windows}. */
final class SplitReader {
    private final Section tags;
    private final Section windows;

    SplitReader(Section domain) {
        tags = domain.section("tags");
        windows = domain.section("windows");
    }

    DomainSplit split() {
        DomainSplit split = DomainSplit.NONE;
        for (String name : listed(tags)) {
            split = tagged(split, name);
        }
        for (String length : listed(windows)) {
            split = lasting(split, length);
        }
        Fraction otherTags = others(tags);
        Fraction otherWindows = others(windows);
        return new DomainSplit(
                split.tags(),
                split.tags().isEmpty() ? null : otherTags,
                split.windows(),
                split.windows().isEmpty() ? null : otherWindows);
    }

    private static List<String> listed(Section section) {
        return section.keys().stream()
                .filter(name -> !name.equals(DomainSplit.OTHER))
                .toList();
    }

    private DomainSplit tagged(DomainSplit split, String name) {
        Section part = tags.section(name).allow(List.of("share", "tags"));
        Set<String> any = new LinkedHashSet<>(part.has("tags") ? part.words("tags") : List.of(name));
        Fraction share = share(part);
        return tags.made(name, split, () -> split.with(new TagPart(name, any, share)));
    }

    private DomainSplit lasting(DomainSplit split, String length) {
        Fraction share = share(windows.section(length).allow(List.of("share")));
        return windows.made(length, split, () -> split.with(new WindowPart(ConfigKeys.WINDOW.parse(length), share)));
    }

    private static @Nullable Fraction others(Section section) {
        if (!section.has(DomainSplit.OTHER)) {
            return null;
        }
        if (listed(section).isEmpty()) {
            section.fault(DomainSplit.OTHER, "means all that is not listed, and nothing is");
        }
        return share(section.section(DomainSplit.OTHER).allow(List.of("share")));
    }

    private static Fraction share(Section part) {
        part.required("share", "0.4");
        return part.made("share", Fraction.WHOLE, () -> ConfigKeys.fraction(part.value(ConfigKeys.SHARE)));
    }
}
