package io.ploy.connectors.polymarket.relayer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ploy.api.signing.Address;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** Writes the relayer's JSON, members in the order of the venue's clients. Not thread-safe. */
final class RequestBody {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Address NOBODY = new Address("0x0000000000000000000000000000000000000000");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator out;

    RequestBody() {
        try {
            out = JSON.createGenerator(bytes);
            out.writeStartObject();
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    RequestBody text(String member, String value) {
        return write(() -> out.writeStringField(member, value));
    }

    RequestBody address(String member, Address value) {
        return text(member, value.checksummed());
    }

    RequestBody nobody(String member) {
        return address(member, NOBODY);
    }

    RequestBody hex(String member, byte[] value) {
        return text(member, "0x" + HexFormat.of().formatHex(value));
    }

    RequestBody zeros(String... members) {
        for (String member : members) {
            text(member, "0");
        }
        return this;
    }

    RequestBody object(String member) {
        return write(() -> out.writeObjectFieldStart(member));
    }

    RequestBody list(String member) {
        return write(() -> out.writeArrayFieldStart(member));
    }

    RequestBody item() {
        return write(out::writeStartObject);
    }

    RequestBody end() {
        return write(out::writeEndObject);
    }

    RequestBody endList() {
        return write(out::writeEndArray);
    }

    SubmitRequest request(String type) {
        write(() -> {
            out.writeEndObject();
            out.close();
        });
        return new SubmitRequest(type, bytes.toByteArray());
    }

    private RequestBody write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw impossible(e);
        }
        return this;
    }

    private static UncheckedIOException impossible(IOException e) {
        return new UncheckedIOException("writing to memory failed", e);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
