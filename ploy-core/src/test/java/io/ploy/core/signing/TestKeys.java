package io.ploy.core.signing;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import java.util.ArrayList;
import java.util.List;

/** Keys everybody knows, from the tools local chains are tested with, and what can sign on this machine. */
final class TestKeys {
    static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    static final Address ADDRESS = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    static final String OTHER_KEY = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

    private TestKeys() {}

    static Secret secret(String text) {
        return new Secret(text.toCharArray());
    }

    static LocalKey localKey() {
        return LocalKey.of(secret(KEY));
    }

    /** What must work here, fastest first. It is not tried out: on these machines a failure to load is a fault. */
    static List<KeyImplementation> expectedHere() {
        List<KeyImplementation> expected = new ArrayList<>();
        boolean library = System.getProperty("os.name").equals("Linux")
                && List.of("amd64", "x86_64", "aarch64").contains(System.getProperty("os.arch"));
        if (library && Runtime.version().feature() >= ForeignFunctions.FIRST_JDK) {
            expected.add(KeyImplementation.FOREIGN_FUNCTIONS);
        }
        if (library) {
            expected.add(KeyImplementation.JNA);
        }
        expected.add(KeyImplementation.JAVA);
        return expected;
    }
}
