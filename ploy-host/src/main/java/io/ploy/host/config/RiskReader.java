package io.ploy.host.config;

import io.ploy.api.money.Cash;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.allocation.AllocationPlan;
import io.ploy.core.allocation.DomainShare;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.allocation.Portion;
import io.ploy.core.breaker.BreakerSettings;
import io.ploy.core.risk.Domains;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.sizing.FixedShares;
import io.ploy.core.sizing.SizingPolicy;
import io.ploy.host.config.RunConfig.Plugged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what a file says of risk: its sections for the account, and what its strategies have of their own. */
final class RiskReader {
    private final RiskLimits account;
    private final BreakerSettings breakers;
    private final Section risk;
    private final Map<String, Section> strategies;

    /**
     * A reader of one file.
     *
     * @param account the limits of the account
     * @param breakers what trips them
     * @param risk the section of that name
     * @param strategies the sections of the strategies by name
     */
    RiskReader(RiskLimits account, BreakerSettings breakers, Section risk, Map<String, Section> strategies) {
        this.account = account;
        this.breakers = breakers;
        this.risk = risk.allow(List.of("rules", "domains", "allocation"));
        this.strategies = strategies;
    }

    RiskSettings settings() {
        Domains domains = domains();
        return new RiskSettings(limits(), domains, sizing(), allocation(domains), breakers, null);
    }

    /** The rules of guests to use. */
    List<Plugged> rules() {
        List<Plugged> rules = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (String name : risk.words("rules")) {
            if (!names.add(name)) {
                risk.fault("rules", "found " + name + " twice, allowed is each once");
            }
            rules.add(new Plugged(name, name, Map.of(), risk.at("rules")));
        }
        return rules;
    }

    private RiskLimits limits() {
        RiskLimits.Builder all = account.toBuilder();
        strategies.forEach((name, strategy) -> {
            if (strategy.has("limits")) {
                all.strategy(name, own(strategy.section("limits")));
            }
        });
        return all.build();
    }

    private RiskLimits own(Section section) {
        section.allow(ConfigKeys.OF_STRATEGY.stream()
                .map(limit -> limit.parameter().name())
                .toList());
        RiskLimits.Builder limits = account.toBuilder();
        for (Limit limit : ConfigKeys.OF_STRATEGY) {
            if (section.has(limit.parameter().name())) {
                limits.set(limit, section.value(limit.parameter()));
            }
        }
        return limits.build();
    }

    private Map<String, SizingPolicy> sizing() {
        Map<String, SizingPolicy> policies = new TreeMap<>();
        strategies.forEach((name, strategy) -> {
            if (strategy.has("sizing")) {
                policies.put(name, policy(strategy.section("sizing")));
            }
        });
        return policies;
    }

    private static SizingPolicy policy(Section section) {
        String word = section.required("policy", "fractional-kelly");
        return word.isEmpty()
                ? FixedShares.DEFAULT
                : section.made("policy", FixedShares.DEFAULT, () -> policy(section, SizingChoice.named(word)));
    }

    private static SizingPolicy policy(Section section, SizingChoice choice) {
        List<String> keys = new ArrayList<>(List.of("policy"));
        choice.keys().stream().map(Parameter::name).forEach(keys::add);
        return choice.make(section.allow(keys)::value);
    }

    private Domains domains() {
        if (!risk.has("domains")) {
            return Domains.USUAL;
        }
        Section section = risk.section("domains");
        List<Domains.Domain> domains = new ArrayList<>();
        for (String name : section.keys()) {
            Set<String> tags = new LinkedHashSet<>(section.words(name));
            if (name.equals(Domains.OTHER)) {
                section.fault(name, "means every market that fits no other domain, and has no tags");
            } else if (tags.isEmpty()) {
                section.fault(name, "missing: the tags of its events, such as " + name + ": [" + name + "]");
            } else {
                section.made(name, false, () -> domains.add(new Domains.Domain(name, tags)));
            }
        }
        return new Domains(domains);
    }

    private AllocationPlan allocation(Domains domains) {
        Section section = risk.section("allocation").allow(List.of("reserve", "overlap", "domains"));
        Fraction reserve = section.made(
                "reserve",
                AllocationPlan.DEFAULT.reserve(),
                () -> ConfigKeys.fraction(section.value(ConfigKeys.RESERVE)));
        boolean overlap = section.value(ConfigKeys.OVERLAP);
        Set<String> known = new LinkedHashSet<>();
        domains.domains().forEach(domain -> known.add(domain.name()));
        known.add(Domains.OTHER);
        List<DomainShare> shares = AllocationPlan.DEFAULT.domains();
        if (section.has("domains")) {
            shares = shares(section.section("domains"), known);
        } else if (risk.has("domains")) {
            section.fault("domains", "missing: with domains of your own, say what each of them may use");
        }
        List<DomainShare> all = shares;
        return section.made("domains", AllocationPlan.DEFAULT, () -> new AllocationPlan(reserve, overlap, all));
    }

    private List<DomainShare> shares(Section section, Set<String> known) {
        List<DomainShare> shares = new ArrayList<>();
        for (String name : section.keys()) {
            if (!known.contains(name)) {
                section.fault(name, "no such domain. Allowed are " + String.join(", ", known));
                continue;
            }
            Section domain = section.section(name).allow(List.of("share", "cap", "strategies", "tags", "windows"));
            domain.required("share", "0.4");
            Fraction share =
                    domain.made("share", Fraction.WHOLE, () -> ConfigKeys.fraction(domain.value(ConfigKeys.SHARE)));
            Cash cap = domain.has("cap") ? domain.value(ConfigKeys.CAP) : null;
            Map<String, Portion> portions = portions(domain.section("strategies"));
            shares.add(new DomainShare(name, share, cap, portions, new SplitReader(domain).split()));
        }
        return shares;
    }

    private Map<String, Portion> portions(Section section) {
        section.allow(List.copyOf(strategies.keySet()));
        Map<String, Portion> portions = new LinkedHashMap<>();
        for (String name : section.keys()) {
            Section portion = section.section(name).allow(List.of("share", "amount"));
            if (portion.has("share") == portion.has("amount")) {
                section.fault(name, "name one of share: 0.5 and amount: 200");
            } else if (portion.has("amount")) {
                portions.put(name, new Portion.Usd(portion.value(ConfigKeys.AMOUNT)));
            } else {
                portions.put(
                        name,
                        portion.made(
                                "share", Fraction.WHOLE, () -> ConfigKeys.fraction(portion.value(ConfigKeys.SHARE))));
            }
        }
        return portions;
    }
}
