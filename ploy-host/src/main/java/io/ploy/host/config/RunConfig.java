package io.ploy.host.config;

import io.ploy.api.order.AccountId;
import io.ploy.core.StopPolicy;
import io.ploy.core.engine.Supervision;
import io.ploy.core.risk.RiskSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run trades, where and with what.
 *
 * @param digest SHA-256 of the file, for the journal
 * @param venue the connector and what it is told
 * @param account who trades
 * @param strategies what decides, at least one
 * @param proof what lets them add risk
 * @param journal where it is written down
 * @param control the folder by which commands reach it
 * @param risk what may be risked, how large orders are and how capital is divided
 * @param rules further rules for every order
 * @param stop how it ends
 * @param supervision how it looks after what it hears nothing of
 */
public record RunConfig(
        String digest,
        Plugged venue,
        Account account,
        List<Plugged> strategies,
        Proof proof,
        JournalPlace journal,
        Path control,
        RiskSettings risk,
        List<Plugged> rules,
        StopPolicy stop,
        Supervision supervision) {
    /** Copies the lists. */
    public RunConfig {
        strategies = List.copyOf(strategies);
        rules = List.copyOf(rules);
    }

    /**
     * A part that a plugin brings.
     *
     * @param name under which it runs
     * @param provider what the plugin calls it
     * @param parameters names and texts
     * @param place where it stands
     */
    public record Plugged(String name, String provider, Map<String, String> parameters, Place place) {
        /** Copies the map. */
        public Plugged {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * Who trades.
     *
     * @param id our name for it
     * @param key where its key is
     * @param parameters of the connector, names and texts
     * @param secrets of the connector, where they are
     * @param place where it stands
     */
    public record Account(
            AccountId id,
            KeySource key,
            Map<String, String> parameters,
            Map<String, SecretReference> secrets,
            Place place) {
        /** Copies the maps. */
        public Account {
            parameters = Map.copyOf(parameters);
            secrets = Map.copyOf(new TreeMap<>(secrets));
        }
    }
}
