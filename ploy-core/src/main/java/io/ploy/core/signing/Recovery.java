package io.ploy.core.signing;

import io.ploy.api.signing.Address;
import java.util.Optional;

/** Finds who made a signature. Thread-safe. */
@FunctionalInterface
interface Recovery {
    /** The signer, from 32 bytes and 65 with v 27 or 28 and any s; empty if nobody can have made it. */
    Optional<Address> signer(byte[] digest, byte[] signature);
}
