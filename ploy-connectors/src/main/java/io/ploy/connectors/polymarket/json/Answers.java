package io.ploy.connectors.polymarket.json;

import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.http.Transport;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Asks and reads what is answered. An answer that cannot be read is a {@link RequestException} like every other end.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait.
 */
public final class Answers {
    private final Transport transport;
    private final UnknownMembers unknown;

    /**
     * A reader of answers.
     *
     * @param transport carries the requests
     * @param unknown told of members nobody asks for
     */
    public Answers(Transport transport, UnknownMembers unknown) {
        this.transport = transport;
        this.unknown = unknown;
    }

    /**
     * Asks and reads.
     *
     * @param <T> what is read
     * @param call what is asked
     * @param reader reads the whole answer
     * @return what the reader made of it
     * @throws RequestException if there is no good answer, or {@link Failure#UNREADABLE} if it cannot be read
     */
    public <T> T read(Call call, Function<JsonValue, T> reader) {
        return read(call, transport.execute(call), reader);
    }

    /**
     * Asks for something that may not be there.
     *
     * @param <T> what is read
     * @param call what is asked
     * @param reader reads the whole answer, unless it is empty
     * @return what the reader made of it; empty if the venue does not know it, or answers nothing, null or an object or
     *     list without content
     * @throws RequestException as for {@link #read}
     */
    public <T> Optional<T> find(Call call, Function<JsonValue, T> reader) {
        return find(call, reader, words -> true);
    }

    /**
     * Asks for something that may not be there, where not being there is a fact that matters.
     *
     * @param <T> what is read
     * @param call what is asked
     * @param reader reads the whole answer, unless it is empty
     * @param saysAbsent whether the words of a 404 are the venue's own for what is not there
     * @return as for {@link #find(Call, Function)}
     * @throws RequestException as for {@link #read}, and if a 404 has other words
     */
    public <T> Optional<T> find(Call call, Function<JsonValue, T> reader, Predicate<String> saysAbsent) {
        Reply reply;
        try {
            reply = transport.execute(call);
        } catch (RequestException e) {
            if (e.failure() == Failure.NOT_FOUND && saysAbsent.test(e.venueText())) {
                return Optional.empty();
            }
            throw e;
        }
        if (reply.text().isBlank()) {
            return Optional.empty();
        }
        return read(call, reply, answer -> answer.isHollow() ? Optional.empty() : Optional.of(reader.apply(answer)));
    }

    /**
     * Asks for something to be done, where a good status is all that is answered.
     *
     * @param call what is asked
     * @throws RequestException if there is no good answer
     */
    public void send(Call call) {
        transport.execute(call);
    }

    private <T> T read(Call call, Reply reply, Function<JsonValue, T> reader) {
        try {
            return reader.apply(Json.read(reply.body(), unknown));
        } catch (AnswerException e) {
            throw new RequestException(
                    Failure.UNREADABLE,
                    reply.status(),
                    call + ": the answer of " + reply.body().length + " bytes cannot be read: " + e.getMessage(),
                    "",
                    null,
                    e);
        }
    }
}
