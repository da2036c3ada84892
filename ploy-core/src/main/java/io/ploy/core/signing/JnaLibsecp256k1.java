package io.ploy.core.signing;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.Map;

/** Calls libsecp256k1 through JNA, mapped directly: without objects on the way. */
final class JnaLibsecp256k1 implements Libsecp256k1 {
    private JnaLibsecp256k1() {}

    static Libsecp256k1 load() throws UnavailableException {
        try {
            Functions.requireBound();
        } catch (LinkageError e) {
            throw UnavailableException.because(e);
        }
        return new JnaLibsecp256k1();
    }

    @Override
    public long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    @Override
    public long createContext(int flags) {
        return Functions.createContext(flags);
    }

    @Override
    public int randomizeContext(long context, long seed) {
        return Functions.randomizeContext(context, seed);
    }

    @Override
    public void destroyContext(long context) {
        Functions.destroyContext(context);
    }

    @Override
    public int signRecoverable(long context, long signature, long digest, long key) {
        return Functions.signRecoverable(context, signature, digest, key, 0, 0);
    }

    @Override
    public int serializeCompact(long context, long compact, long recoveryId, long signature) {
        return Functions.serializeCompact(context, compact, recoveryId, signature);
    }

    @Override
    public int parseCompact(long context, long signature, long compact, int recoveryId) {
        return Functions.parseCompact(context, signature, compact, recoveryId);
    }

    @Override
    public int recover(long context, long publicKey, long signature, long digest) {
        return Functions.recover(context, publicKey, signature, digest);
    }

    @Override
    public int serializePublicKey(long context, long output, long length, long publicKey) {
        return Functions.serializePublicKey(context, output, length, publicKey, UNCOMPRESSED);
    }

    /** Bound to the library when first used, and for good. */
    private static final class Functions {
        private static final Map<String, String> SYMBOLS = Map.of(
                "createContext", "secp256k1_context_create",
                "randomizeContext", "secp256k1_context_randomize",
                "destroyContext", "secp256k1_context_destroy",
                "signRecoverable", "secp256k1_ecdsa_sign_recoverable",
                "serializeCompact", "secp256k1_ecdsa_recoverable_signature_serialize_compact",
                "parseCompact", "secp256k1_ecdsa_recoverable_signature_parse_compact",
                "recover", "secp256k1_ecdsa_recover",
                "serializePublicKey", "secp256k1_ec_pubkey_serialize");

        static {
            FunctionMapper names = (library, method) -> SYMBOLS.get(method.getName());
            try (LibraryFile file = LibraryFile.extract()) {
                Native.register(
                        Functions.class,
                        NativeLibrary.getInstance(
                                file.path().toString(), Map.of(Library.OPTION_FUNCTION_MAPPER, names)));
            } catch (UnavailableException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        static void requireBound() {}

        static native long createContext(int flags);

        static native int randomizeContext(long context, long seed);

        static native void destroyContext(long context);

        static native int signRecoverable(
                long context, long signature, long digest, long key, long nonceFunction, long nonceData);

        static native int serializeCompact(long context, long compact, long recoveryId, long signature);

        static native int parseCompact(long context, long signature, long compact, int recoveryId);

        static native int recover(long context, long publicKey, long signature, long digest);

        static native int serializePublicKey(long context, long output, long length, long publicKey, int flags);
    }
}
