package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.Signer;
import io.ploy.core.signing.SignerRecovery;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link Signer} must do. */
public abstract class SignerTck {
    private static final BigInteger HALF_ORDER =
            new BigInteger("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0", 16);
    private static final int MESSAGES = 50;
    private static final int THREADS = 4;

    /** For classes that extend it. */
    protected SignerTck() {}

    /**
     * The signer under test.
     *
     * @return the same key each time
     */
    protected abstract Signer signer();

    /** It says one address, always. */
    @Test
    public void itsAddressIsAlwaysTheSame() {
        assertThat(signer().address()).isEqualTo(signer().address());
    }

    /** Who signed can be told from the signature. */
    @Test
    public void signaturesRecoverToItsAddress() {
        for (byte[] message : messages()) {
            byte[] signed = signer().sign(message).bytes();
            assertThat(SignerRecovery.shared().signer(Keccak256.of(message), signed))
                    .contains(signer().address());
        }
    }

    /** Signatures have the one form that the venue's contracts take. */
    @Test
    public void signaturesHaveALowSAndARecoveryNumberOf27Or28() {
        for (byte[] message : messages()) {
            byte[] signed = signer().sign(message).bytes();
            assertThat(signed).hasSize(Signature.LENGTH);
            assertThat(new BigInteger(1, Arrays.copyOfRange(signed, 32, 64))).isLessThanOrEqualTo(HALF_ORDER);
            assertThat(signed[64]).isIn((byte) 27, (byte) 28);
        }
    }

    /** One message has one signature, so that an order sent again is the same order. */
    @Test
    public void theSameMessageHasTheSameSignature() {
        for (byte[] message : messages()) {
            assertThat(signer().sign(message)).isEqualTo(signer().sign(message));
        }
    }

    /** The fast way gives the same. */
    @Test
    public void aDigestSignedIntoABufferIsTheSameSignature() {
        for (byte[] message : messages()) {
            byte[] signature = new byte[Signature.LENGTH];
            signer().sign(message, Keccak256.of(message), signature);
            assertThat(new Signature(signature)).isEqualTo(signer().sign(message));
        }
    }

    /**
     * Any thread may sign at any time.
     *
     * @throws InterruptedException if interrupted
     * @throws ExecutionException if a thread fails
     */
    @Test
    public void threadsDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
        List<Signature> expected = sign();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Signature>>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(threads.submit(this::sign));
            }
            for (Future<List<Signature>> each : all) {
                assertThat(each.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Signature> sign() {
        return messages().stream().map(signer()::sign).toList();
    }

    private static List<byte[]> messages() {
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(("message " + i).getBytes(StandardCharsets.UTF_8));
        }
        return messages;
    }
}
