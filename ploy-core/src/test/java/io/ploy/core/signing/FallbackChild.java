package io.ploy.core.signing;

import io.ploy.api.signing.SigningException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Another process that makes a key twice and says what signs, or why nothing does. */
final class FallbackChild {
    private FallbackChild() {}

    public static void main(String[] arguments) throws IOException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        for (int i = 0; i < 2; i++) {
            out.write((made() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String made() {
        try (LocalKey key = TestKeys.localKey()) {
            return key.toString();
        } catch (SigningException e) {
            return e.getMessage();
        }
    }
}
