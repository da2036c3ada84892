package io.ploy.core.signing;

import io.ploy.api.signing.Address;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Queue;
import org.jctools.queues.MpmcArrayQueue;

/** Finds signers with libsecp256k1. Lives as long as the process, since its context is never destroyed. */
final class NativeRecovery implements Recovery {
    private static final int CONTEXT_NONE = 1;
    private static final int IDLE_AT_MOST = 16;

    private final Libsecp256k1 library;
    /** Not blinded: nothing about a signature is secret. */
    private final long context;

    private final Queue<Workspace> idle = new MpmcArrayQueue<>(IDLE_AT_MOST);

    NativeRecovery(Libsecp256k1 library) {
        this.library = library;
        context = library.createContext(CONTEXT_NONE);
    }

    @Override
    public Optional<Address> signer(byte[] digest, byte[] signature) {
        Workspace found = idle.poll();
        Workspace workspace = found == null ? new Workspace(library) : found;
        try {
            return workspace.signer(library, context, digest, signature);
        } finally {
            Reference.reachabilityFence(workspace);
            idle.offer(workspace);
        }
    }

    /** Native memory for one signature at a time. */
    private static final class Workspace {
        private static final int COMPACT_LENGTH = 64;
        private static final int ENCODED_LENGTH = 65;
        private static final int DIGEST = 0;
        private static final int COMPACT = 32;
        private static final int LENGTH_OF_ENCODED = 96;
        private static final int OPAQUE_KEY = 104;
        private static final int OPAQUE_SIGNATURE = 168;
        private static final int ENCODED = 240;
        private static final int LENGTH = 312;

        private final ByteBuffer memory = ByteBuffer.allocateDirect(LENGTH).order(ByteOrder.nativeOrder());
        private final long start;

        Workspace(Libsecp256k1 library) {
            start = library.address(memory);
        }

        Optional<Address> signer(Libsecp256k1 library, long context, byte[] digest, byte[] signature) {
            memory.put(DIGEST, digest).put(COMPACT, signature, 0, COMPACT_LENGTH);
            int recoveryId = signature[COMPACT_LENGTH] - 27;
            boolean isSignature = library.parseCompact(context, start + OPAQUE_SIGNATURE, start + COMPACT, recoveryId)
                            == 1
                    && library.recover(context, start + OPAQUE_KEY, start + OPAQUE_SIGNATURE, start + DIGEST) == 1;
            if (!isSignature) {
                return Optional.empty();
            }
            memory.putLong(LENGTH_OF_ENCODED, ENCODED_LENGTH);
            library.serializePublicKey(context, start + ENCODED, start + LENGTH_OF_ENCODED, start + OPAQUE_KEY);
            byte[] encoded = new byte[ENCODED_LENGTH];
            memory.get(ENCODED, encoded);
            return Optional.of(Secp256k1.addressOfEncoded(encoded));
        }
    }
}
