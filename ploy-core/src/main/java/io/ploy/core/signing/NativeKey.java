package io.ploy.core.signing;

import io.ploy.api.signing.SigningException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Queue;
import org.jctools.queues.MpmcArrayQueue;

/** A key in native memory, signing with one call of libsecp256k1, whose arithmetic takes the same time for every key. */
final class NativeKey implements KeyArithmetic {
    /** The only kind of context there still is: {@code SECP256K1_CONTEXT_NONE}. */
    private static final int CONTEXT_NONE = 1;

    private static final int IDLE_AT_MOST = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Libsecp256k1 library;
    private final long context;
    private final ByteBuffer key = ByteBuffer.allocateDirect(PrivateKey.LENGTH);
    private final long keyAddress;
    private final Queue<Workspace> idle = new MpmcArrayQueue<>(IDLE_AT_MOST);

    NativeKey(Libsecp256k1 library, byte[] key) {
        this.library = library;
        this.key.put(0, key);
        keyAddress = library.address(this.key);
        context = library.createContext(CONTEXT_NONE);
        blind();
    }

    /** Changes how the library computes and never what, so the seed need not be repeatable. */
    private void blind() {
        byte[] seed = new byte[32];
        RANDOM.nextBytes(seed);
        ByteBuffer memory = ByteBuffer.allocateDirect(seed.length).put(0, seed);
        try {
            if (library.randomizeContext(context, library.address(memory)) != 1) {
                throw new SigningException("libsecp256k1 cannot blind its arithmetic; restart, or force another"
                        + " implementation with " + LocalKey.IMPLEMENTATION_PROPERTY);
            }
        } finally {
            Reference.reachabilityFence(memory);
        }
    }

    @Override
    public void sign(byte[] digest, byte[] signature) {
        Workspace found = idle.poll();
        Workspace workspace = found == null ? new Workspace(library) : found;
        try {
            workspace.memory.put(Workspace.DIGEST, digest);
            if (library.signRecoverable(context, workspace.opaque, workspace.digest, keyAddress) != 1) {
                throw new SigningException("libsecp256k1 refused to sign; make the signer anew");
            }
            library.serializeCompact(context, workspace.compact, workspace.recoveryId, workspace.opaque);
            workspace.memory.get(Workspace.COMPACT, signature, 0, Workspace.COMPACT_LENGTH);
            signature[Workspace.COMPACT_LENGTH] = (byte) (27 + workspace.memory.getInt(Workspace.RECOVERY_ID));
        } finally {
            Reference.reachabilityFence(key);
            Reference.reachabilityFence(workspace);
            idle.offer(workspace);
        }
    }

    @Override
    public void close() {
        key.put(0, new byte[PrivateKey.LENGTH]);
        library.destroyContext(context);
    }

    /** Native memory for one signature at a time, used again and again so that signing allocates nothing. */
    private static final class Workspace {
        static final int COMPACT_LENGTH = 64;
        static final int DIGEST = 0;
        static final int COMPACT = 32;
        static final int RECOVERY_ID = 96;
        static final int OPAQUE = 104;
        static final int LENGTH = 176;

        final ByteBuffer memory = ByteBuffer.allocateDirect(LENGTH).order(ByteOrder.nativeOrder());
        final long digest;
        final long compact;
        final long recoveryId;
        final long opaque;

        Workspace(Libsecp256k1 library) {
            long start = library.address(memory);
            digest = start + DIGEST;
            compact = start + COMPACT;
            recoveryId = start + RECOVERY_ID;
            opaque = start + OPAQUE;
        }
    }
}
