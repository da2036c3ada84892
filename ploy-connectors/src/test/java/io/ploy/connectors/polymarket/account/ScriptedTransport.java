package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A venue that answers each request as the test says, at once and on the caller's thread. */
final class ScriptedTransport implements Transport {
    static final String EMPTY = "{\"data\":[],\"next_cursor\":\"LTE=\"}";

    final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();
    private final Map<String, Runnable> after = new HashMap<>();

    void answer(String request, String body) {
        failures.remove(request);
        answers.put(request, body);
    }

    void fail(String request, Failure failure, String words) {
        fail(request, new RequestException(failure, 0, "told by the test", words, null, null));
    }

    void fail(String request, RuntimeException failure) {
        failures.put(request, failure);
    }

    /** Something happens once such a request is answered. */
    void then(String request, Runnable what) {
        after.put(request, what);
    }

    ClobAccountClient client() {
        return new ClobAccountClient(this, Authorization.NONE, AccountKind.EOA, new UnknownMembers());
    }

    @Override
    public Reply execute(Call call) {
        asked.add(call
                + call.query().stream()
                        .map(each -> each.name() + "=" + each.value())
                        .collect(Collectors.joining("&", "?", "")));
        RuntimeException failure = failures.get(call.toString());
        if (failure != null) {
            throw failure;
        }
        String answer = answers.get(call.toString());
        if (answer == null) {
            throw new RequestException(Failure.NOT_FOUND, 404, call + ": not found", "order not found", null, null);
        }
        after.getOrDefault(call.toString(), () -> {}).run();
        return new Reply(200, answer.getBytes(StandardCharsets.UTF_8));
    }
}
