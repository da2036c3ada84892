package io.ploy.core.signing;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.Signer;
import io.ploy.api.signing.SigningException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs with a key held in this process: with libsecp256k1 where it can be called, else in Java.
 *
 * <p>Every key is tried once when it is made: it signs a fixed text, and the signer found from that signature must be the
 * key's address. A key that fails is refused.
 *
 * <p><b>Threading.</b> Thread-safe; threads do not wait for each other. Never waits for anything else.
 *
 * <p><b>Closing</b> waits for signatures under way and overwrites the key. It cannot reach what the garbage collector has
 * copied, nor, with {@link KeyImplementation#JAVA}, the numbers BouncyCastle makes of the key.
 */
public final class LocalKey implements Signer, AutoCloseable {
    /** The system property that forces an implementation, such as {@code java}. */
    public static final String IMPLEMENTATION_PROPERTY = "ploy.signing.implementation";

    private static final Logger LOG = LoggerFactory.getLogger(LocalKey.class);
    private static final byte[] TRIAL = Keccak256.of(new byte[] {'P', 'l', 'o', 'y'});

    private final Address address;
    private final KeyImplementation implementation;
    private final KeyArithmetic key;
    private final StampedLock inUse = new StampedLock();
    private final AtomicBoolean closed = new AtomicBoolean();

    LocalKey(Address address, KeyImplementation implementation, KeyArithmetic key) {
        this.address = address;
        this.implementation = implementation;
        this.key = key;
        requireRightSignatures();
    }

    /**
     * A key, with the implementation that {@value #IMPLEMENTATION_PROPERTY} names, or else the fastest that works here.
     *
     * @param hexKey 64 hex digits, with or without {@code 0x}; not kept, so close it when it is needed no more
     * @throws SigningException if that is no private key, or the implementation does not work here
     */
    public static LocalKey of(Secret hexKey) {
        return made(hexKey, null);
    }

    /**
     * A key, with one implementation and no other.
     *
     * @param hexKey 64 hex digits, with or without {@code 0x}; not kept, so close it when it is needed no more
     * @param implementation what signs
     * @throws SigningException if that is no private key, or the implementation does not work here
     */
    public static LocalKey of(Secret hexKey, KeyImplementation implementation) {
        return made(hexKey, implementation);
    }

    private static LocalKey made(Secret hexKey, @Nullable KeyImplementation implementation) {
        byte[] key = hexKey.use(PrivateKey::parse);
        try {
            return of(key, implementation);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** A key from its 32 bytes, which are copied. */
    static LocalKey of(byte[] key, @Nullable KeyImplementation implementation) {
        PrivateKey.requireInRange(key);
        Address address = Secp256k1.addressOf(key);
        @Nullable String property = System.getProperty(IMPLEMENTATION_PROPERTY);
        KeyImplementation forced =
                implementation == null && property != null ? KeyImplementation.parse(property) : implementation;
        List<KeyImplementation> wanted = forced == null ? List.of(KeyImplementation.values()) : List.of(forced);
        List<String> missing = new ArrayList<>();
        for (KeyImplementation each : wanted) {
            try {
                LocalKey made = new LocalKey(address, each, each.open(key));
                LOG.info("{} signs with {}{}", address, each.description(), because(missing));
                return made;
            } catch (UnavailableException e) {
                missing.add(each.description() + " does not work here (" + e.getMessage() + ")");
            }
        }
        throw new SigningException("cannot sign for " + address + ": " + String.join("; ", missing)
                + "; leave the implementation open to have one chosen that works");
    }

    private static String because(List<String> missing) {
        return missing.isEmpty() ? "" : ", since " + String.join("; ", missing);
    }

    @Override
    public Address address() {
        return address;
    }

    /** What signs. */
    public KeyImplementation implementation() {
        return implementation;
    }

    @Override
    public void sign(byte[] message, byte[] digest, byte[] signature) {
        if (digest.length != Keccak256.LENGTH || signature.length != Signature.LENGTH) {
            throw new IllegalArgumentException(
                    "a digest has 32 bytes and a signature 65, not " + digest.length + " and " + signature.length);
        }
        // Once before the lock as well: whoever comes late must not keep the one who closes waiting.
        requireOpen();
        long stamp = inUse.readLock();
        try {
            requireOpen();
            key.sign(digest, signature);
        } finally {
            inUse.unlockRead(stamp);
        }
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new SigningException("the key of " + address + " was closed; make the signer anew to sign again");
        }
    }

    private void requireRightSignatures() {
        byte[] signature = new byte[Signature.LENGTH];
        sign(TRIAL, TRIAL, signature);
        if (!Secp256k1.signerOf(TRIAL, signature).equals(Optional.of(address))) {
            close();
            throw new SigningException(implementation.description() + " gives wrong signatures for " + address
                    + "; do not use it on this machine, and force another with " + IMPLEMENTATION_PROPERTY);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            long stamp = inUse.writeLock();
            try {
                key.close();
            } finally {
                inUse.unlockWrite(stamp);
            }
        }
    }

    /** Who signs and with what, without the key. */
    @Override
    public String toString() {
        return address + " with " + implementation.description();
    }
}
