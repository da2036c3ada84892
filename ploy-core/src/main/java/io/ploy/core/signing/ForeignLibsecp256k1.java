package io.ploy.core.signing;

import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;

/** Calls libsecp256k1 through the foreign-function API. */
final class ForeignLibsecp256k1 implements Libsecp256k1 {
    private ForeignLibsecp256k1() {}

    static Libsecp256k1 load() throws UnavailableException {
        int running = Runtime.version().feature();
        if (running < ForeignFunctions.FIRST_JDK) {
            throw new UnavailableException("needs JDK " + ForeignFunctions.FIRST_JDK + ", and this is " + running);
        }
        try {
            Functions.requireBound();
        } catch (LinkageError e) {
            throw UnavailableException.because(e);
        }
        return new ForeignLibsecp256k1();
    }

    @Override
    public long address(ByteBuffer direct) {
        return ForeignFunctions.address(direct);
    }

    @Override
    public long createContext(int flags) {
        try {
            return (long) Functions.CREATE_CONTEXT.invokeExact(flags);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    @Override
    public int randomizeContext(long context, long seed) {
        try {
            return (int) Functions.RANDOMIZE_CONTEXT.invokeExact(context, seed);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    @Override
    public void destroyContext(long context) {
        try {
            Functions.DESTROY_CONTEXT.invokeExact(context);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    @Override
    public int signRecoverable(long context, long signature, long digest, long key) {
        try {
            return (int) Functions.SIGN_RECOVERABLE.invokeExact(context, signature, digest, key, 0L, 0L);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    @Override
    public int serializeCompact(long context, long compact, long recoveryId, long signature) {
        try {
            return (int) Functions.SERIALIZE_COMPACT.invokeExact(context, compact, recoveryId, signature);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    @Override
    public int parseCompact(long context, long signature, long compact, int recoveryId) {
        try {
            return (int) Functions.PARSE_COMPACT.invokeExact(context, signature, compact, recoveryId);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    @Override
    public int recover(long context, long publicKey, long signature, long digest) {
        try {
            return (int) Functions.RECOVER.invokeExact(context, publicKey, signature, digest);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    @Override
    public int serializePublicKey(long context, long output, long length, long publicKey) {
        try {
            return (int) Functions.SERIALIZE_PUBLIC_KEY.invokeExact(context, output, length, publicKey, UNCOMPRESSED);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** A function in C throws nothing. */
    private static IllegalStateException impossible(Throwable failure) {
        return new IllegalStateException("a call of libsecp256k1 failed", failure);
    }

    /** Bound to the library when first used, and for good: the compiler sees through handles that are constants. */
    private static final class Functions {
        static final MethodHandle CREATE_CONTEXT;
        static final MethodHandle RANDOMIZE_CONTEXT;
        static final MethodHandle DESTROY_CONTEXT;
        static final MethodHandle SIGN_RECOVERABLE;
        static final MethodHandle SERIALIZE_COMPACT;
        static final MethodHandle PARSE_COMPACT;
        static final MethodHandle RECOVER;
        static final MethodHandle SERIALIZE_PUBLIC_KEY;

        static {
            try (LibraryFile file = LibraryFile.extract()) {
                ForeignFunctions library = new ForeignFunctions(file.path());
                CREATE_CONTEXT = library.function("secp256k1_context_create", long.class, int.class);
                RANDOMIZE_CONTEXT = library.function("secp256k1_context_randomize", int.class, long.class, long.class);
                DESTROY_CONTEXT = library.function("secp256k1_context_destroy", void.class, long.class);
                SIGN_RECOVERABLE = library.function(
                        "secp256k1_ecdsa_sign_recoverable",
                        int.class,
                        long.class,
                        long.class,
                        long.class,
                        long.class,
                        long.class,
                        long.class);
                SERIALIZE_COMPACT = library.function(
                        "secp256k1_ecdsa_recoverable_signature_serialize_compact",
                        int.class,
                        long.class,
                        long.class,
                        long.class,
                        long.class);
                PARSE_COMPACT = library.function(
                        "secp256k1_ecdsa_recoverable_signature_parse_compact",
                        int.class,
                        long.class,
                        long.class,
                        long.class,
                        int.class);
                RECOVER = library.function(
                        "secp256k1_ecdsa_recover", int.class, long.class, long.class, long.class, long.class);
                SERIALIZE_PUBLIC_KEY = library.function(
                        "secp256k1_ec_pubkey_serialize",
                        int.class,
                        long.class,
                        long.class,
                        long.class,
                        long.class,
                        int.class);
            } catch (UnavailableException | ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        static void requireBound() {}
    }
}
