package io.ploy.core.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.SigningException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private key in an encrypted file, as geth, web3j and most wallets write it: Web3 Secret Storage version 3, with scrypt
 * or PBKDF2.
 */
public final class KeystoreFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeystoreFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST = 64 << 10;
    private static final Set<PosixFilePermission> OTHERS_READ =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private KeystoreFile() {}

    /**
     * Decrypts a key. Takes about a second and a few hundred megabytes of memory for a moment: that is what makes guessing
     * passwords dear.
     *
     * @param file the keystore; a warning is logged if others may read it
     * @param password as text, encoded in UTF-8; not kept, so close it when it is needed no more
     * @return the key, with the fastest implementation or the one that was forced
     * @throws SigningException if the file cannot be read or is damaged, or the password is wrong
     */
    public static LocalKey open(Path file, Secret password) {
        EncryptedKey encrypted = read(file);
        byte[] key = password.use(characters -> decrypt(encrypted, characters))
                .orElseThrow(() -> new SigningException("wrong password for keystore " + file
                        + ", or the file was changed; check the password, else restore the file from a copy"));
        try {
            LocalKey opened = LocalKey.of(key, null);
            requireAddress(file, encrypted, opened);
            return opened;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static EncryptedKey read(Path file) {
        try {
            warnIfOthersMayRead(file);
            if (Files.size(file) > LARGEST) {
                throw new SigningException("keystore " + file + " has more than " + LARGEST
                        + " bytes and cannot be one; name the file of one key");
            }
            return EncryptedKey.read(JSON.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            // Its own message would show what stands in the file, which may be a key that was never encrypted.
            throw new SigningException("keystore " + file + " is damaged: no JSON from line "
                    + e.getLocation().getLineNr() + "; restore it from a copy");
        } catch (MalformedKeystoreException e) {
            throw new SigningException("keystore " + file + " is damaged or of another kind: " + e.getMessage()
                    + "; restore it from a copy, or export the key anew as Web3 Secret Storage version 3");
        } catch (IOException e) {
            throw new SigningException("keystore " + file + " cannot be read; check that it exists and who owns it", e);
        }
    }

    private static void warnIfOthersMayRead(Path file) throws IOException {
        try {
            Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS_READ);
            open.retainAll(Files.getPosixFilePermissions(file));
            if (!open.isEmpty()) {
                LOG.warn("keystore {} can be read by others on this machine ({}); run: chmod 600 {}", file, open, file);
            }
        } catch (UnsupportedOperationException e) {
            LOG.debug("no permissions to check on the file system of {}", file);
        }
    }

    private static Optional<byte[]> decrypt(EncryptedKey encrypted, char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        try {
            return encrypted.decrypt(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            encoded.put(0, new byte[encoded.limit()]);
        }
    }

    private static void requireAddress(Path file, EncryptedKey encrypted, LocalKey opened) {
        Address held = opened.address();
        encrypted.address().filter(said -> !said.equals(held)).ifPresent(said -> {
            opened.close();
            throw new SigningException("keystore " + file + " says it is for " + said + " and holds the key of " + held
                    + "; find out which is meant before trading with it");
        });
    }
}
