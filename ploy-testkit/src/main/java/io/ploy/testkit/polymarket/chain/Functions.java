package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a contract can be asked, by selector. Filled once. */
final class Functions {
    /** A call that answers nothing. */
    static final byte[] NOTHING = {};

    private final Map<Integer, Function> functions = new HashMap<>();

    /** Answers calls of one function. */
    @FunctionalInterface
    interface Function {
        /**
         * Does what is asked.
         *
         * @param caller who asks
         * @param arguments behind the selector
         * @param attempt keeps what changes
         * @return what is answered
         * @throws RevertedException if it cannot be done
         */
        byte[] call(Address caller, Calldata arguments, Attempt attempt);
    }

    /** Adds a function, such as {@code balanceOf(address)}. */
    Functions on(String signature, Function function) {
        functions.put(selector(signature), function);
        return this;
    }

    /** Adds a function of which only the selector is known. */
    Functions on(int selector, Function function) {
        functions.put(selector, function);
        return this;
    }

    byte[] call(Address caller, byte[] data, Attempt attempt) {
        Function function = functions.get(Calldata.selector(data));
        if (function == null) {
            throw new RevertedException("function not known");
        }
        return function.call(caller, Calldata.behindSelector(data), attempt);
    }

    static int selector(String signature) {
        return Calldata.selector(Keccak256.of(signature.getBytes(StandardCharsets.US_ASCII)));
    }
}
