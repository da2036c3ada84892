package io.ploy.core.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Lines of the register as JSON, keys in a fixed order. */
final class RegisterJson {
    private static final int FORMAT = 1;
    private static final String CREATED = "deployment created";
    private static final String CHANGED = "stage changed";
    private static final String FILED = "evidence filed";
    private static final String ACCEPTED = "warning accepted";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RegisterJson() {}

    /** Without an end: the closing brace comes after the hash. */
    static String open(RegisterLine line, String previous) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT)
                .put("line", line.number())
                .put("at", line.at().toString())
                .put("by", line.by().name())
                .put("person", line.by().isPerson())
                .put("reason", line.reason());
        line.entry().match(new Writer(root));
        root.put("previous", previous);
        try {
            String text = MAPPER.writeValueAsString(root);
            return text.substring(0, text.length() - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is JSON", e);
        }
    }

    /**
     * Reads a whole line.
     *
     * @throws IllegalArgumentException if it does not say what a line says
     */
    static Read read(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (integer(root, "format") != FORMAT) {
                throw new IllegalArgumentException(
                        "written by another version of Ploy: format " + root.get("format") + ", expected " + FORMAT);
            }
            RegisterLine line = new RegisterLine(
                    integer(root, "line"),
                    Instant.parse(text(root, "at")),
                    new Actor(text(root, "by"), flag(root, "person")),
                    text(root, "reason"),
                    entry(root));
            return new Read(line, text(root, "previous"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static RegisterEntry entry(JsonNode root) {
        String kind = text(root, "entry");
        return switch (kind) {
            case CREATED -> new RegisterEntry.DeploymentCreated(deployment(child(root, "deployment")));
            case CHANGED ->
                new RegisterEntry.StageChanged(
                        new DeploymentId(text(root, "deployment")),
                        Stage.valueOf(text(root, "from")),
                        Stage.valueOf(text(root, "to")));
            case FILED -> new RegisterEntry.EvidenceFiled(evidence(child(root, "evidence")), texts(root, "findings"));
            case ACCEPTED -> new RegisterEntry.WarningAccepted(integer(root, "evidence"));
            default -> throw new IllegalArgumentException("an entry of a kind this version does not know: " + kind);
        };
    }

    private static Deployment deployment(JsonNode node) {
        String timeframe = textOrNull(node, "timeframe");
        return new Deployment(
                new DeploymentId(text(node, "id")),
                new Artifact(text(node, "plugin"), text(node, "version"), text(node, "artifact")),
                text(node, "strategy"),
                text(node, "parameters"),
                new AccountId(text(node, "account")),
                text(node, "domain"),
                new MarketSelector(texts(node, "markets")),
                timeframe == null ? null : Duration.parse(timeframe),
                Stage.DRAFT,
                text(node, "owner"),
                Instant.parse(text(node, "createdAt")));
    }

    private static Evidence evidence(JsonNode node) {
        List<DataHash> data = new ArrayList<>();
        for (JsonNode each : child(node, "data")) {
            data.add(new DataHash(text(each, "name"), text(each, "sha256")));
        }
        JsonNode figures = child(node, "figures");
        return new Evidence(
                EvidenceKind.valueOf(text(node, "kind")),
                new Build(text(node, "artifact"), text(node, "parameters"), new EngineVersion(text(node, "engine"))),
                data,
                Instant.parse(text(node, "from")),
                Instant.parse(text(node, "to")),
                new Figures(
                        Math.toIntExact(integer(figures, "entries")),
                        Cash.parse(text(figures, "netProfit")),
                        number(figures, "tStatistic"),
                        Cash.parse(text(figures, "maxDrawdown")),
                        number(figures, "brierVsMarket"),
                        Cash.parse(text(figures, "worstDay"))),
                Verdict.valueOf(text(node, "verdict")),
                text(node, "report"),
                Instant.parse(text(node, "createdAt")),
                text(node, "by"));
    }

    private static JsonNode child(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new IllegalArgumentException("it has no '" + key + "'");
        }
        return value;
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = child(node, key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + key + "' is no text: " + value);
        }
        return value.textValue();
    }

    private static @Nullable String textOrNull(JsonNode node, String key) {
        return child(node, key).isNull() ? null : text(node, key);
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : child(node, key)) {
            texts.add(each.asText());
        }
        return texts;
    }

    private static long integer(JsonNode node, String key) {
        JsonNode value = child(node, key);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException("'" + key + "' is no whole number: " + value);
        }
        return value.longValue();
    }

    private static boolean flag(JsonNode node, String key) {
        JsonNode value = child(node, key);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("'" + key + "' is not true or false: " + value);
        }
        return value.booleanValue();
    }

    private static OptionalDouble number(JsonNode node, String key) {
        JsonNode value = child(node, key);
        return value.isNull() ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    /**
     * What a line says.
     *
     * @param line the line
     * @param previous the hash of the line before
     */
    record Read(RegisterLine line, String previous) {}

    private record Writer(ObjectNode root) implements RegisterEntry.Cases<ObjectNode> {
        @Override
        public ObjectNode deploymentCreated(RegisterEntry.DeploymentCreated entry) {
            Deployment made = entry.deployment();
            ObjectNode node = root.put("entry", CREATED).putObject("deployment");
            node.put("id", made.id().name())
                    .put("plugin", made.artifact().plugin())
                    .put("version", made.artifact().version())
                    .put("artifact", made.artifact().sha256())
                    .put("strategy", made.strategy())
                    .put("parameters", made.parametersSha256())
                    .put("account", made.account().name())
                    .put("domain", made.domain());
            ArrayNode markets = node.putArray("markets");
            made.markets().patterns().forEach(markets::add);
            node.put("timeframe", made.timeframe().map(Duration::toString).orElse(null))
                    .put("owner", made.owner())
                    .put("createdAt", made.createdAt().toString());
            return root;
        }

        @Override
        public ObjectNode stageChanged(RegisterEntry.StageChanged entry) {
            return root.put("entry", CHANGED)
                    .put("deployment", entry.deployment().name())
                    .put("from", entry.from().name())
                    .put("to", entry.to().name());
        }

        @Override
        public ObjectNode evidenceFiled(RegisterEntry.EvidenceFiled entry) {
            Evidence made = entry.evidence();
            ObjectNode node = root.put("entry", FILED).putObject("evidence");
            node.put("kind", made.kind().name())
                    .put("artifact", made.build().artifactSha256())
                    .put("parameters", made.build().parametersSha256())
                    .put("engine", made.build().engine().text());
            ArrayNode data = node.putArray("data");
            made.data()
                    .forEach(each -> data.addObject().put("name", each.name()).put("sha256", each.sha256()));
            node.put("from", made.from().toString()).put("to", made.to().toString());
            Figures figures = made.figures();
            node.putObject("figures")
                    .put("entries", figures.entries())
                    .put("netProfit", figures.netProfit().toString())
                    .put("tStatistic", boxed(figures.tStatistic()))
                    .put("maxDrawdown", figures.maxDrawdown().toString())
                    .put("brierVsMarket", boxed(figures.brierVsMarket()))
                    .put("worstDay", figures.worstDay().toString());
            node.put("verdict", made.verdict().name())
                    .put("report", made.reportSha256())
                    .put("createdAt", made.createdAt().toString())
                    .put("by", made.by());
            ArrayNode findings = root.putArray("findings");
            entry.findings().forEach(findings::add);
            return root;
        }

        private static @Nullable Double boxed(OptionalDouble figure) {
            return figure.isPresent() ? figure.getAsDouble() : null;
        }

        @Override
        public ObjectNode warningAccepted(RegisterEntry.WarningAccepted entry) {
            return root.put("entry", ACCEPTED).put("evidence", entry.evidence());
        }
    }
}
