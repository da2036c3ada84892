package io.ploy.core.signing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.Salsa20Engine;

/**
 * Scrypt. BouncyCastle's own refuses an r of 1 with a large n, since the standard does, yet that is what Python's tools for
 * Ethereum wrote for years. Source: RFC 7914.
 */
final class Scrypt implements KeyDerivation {
    /** In blocks of 128 bytes: 1 GiB, four times what geth takes by default. */
    private static final long MOST_BLOCKS = 1L << 23;

    private static final long MOST_WORK = 1L << 24;
    private static final int SALSA_ROUNDS = 8;
    private static final int SALSA_WORDS = 16;

    private final byte[] salt;
    private final int n;
    private final int r;
    private final int p;

    Scrypt(byte[] salt, int n, int r, int p) {
        boolean legal = n > 1 && Integer.bitCount(n) == 1 && r > 0 && p > 0;
        long blocks = (long) n * r;
        if (!legal || blocks > MOST_BLOCKS || blocks * p > MOST_WORK) {
            throw new MalformedKeystoreException("scrypt with n " + n + ", r " + r + ", p " + p
                    + " is not legal or takes too much; n is a power of two, n × r at most " + MOST_BLOCKS
                    + " and n × r × p at most " + MOST_WORK);
        }
        this.salt = salt;
        this.n = n;
        this.r = r;
        this.p = p;
    }

    @Override
    public byte[] derive(byte[] password) {
        int words = 2 * r * SALSA_WORDS;
        byte[] blocks = Pbkdf2.derive(password, salt, 1, p * words * Integer.BYTES);
        IntBuffer view = ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int[][] table = new int[n][words];
        int[] block = new int[words];
        for (int i = 0; i < p; i++) {
            view.get(i * words, block);
            mix(block, table);
            view.put(i * words, block);
        }
        byte[] derived = Pbkdf2.derive(password, blocks, 1, LENGTH);
        Arrays.fill(blocks, (byte) 0);
        for (int[] row : table) {
            Arrays.fill(row, 0);
        }
        return derived;
    }

    /** The standard's scryptROMix: fills a table, then reads it where the data says. */
    private void mix(int[] block, int[][] table) {
        int[] mixed = new int[block.length];
        int[] lane = new int[SALSA_WORDS];
        int[] in = block;
        int[] out = mixed;
        for (int[] row : table) {
            System.arraycopy(in, 0, row, 0, row.length);
            mixBlocks(in, out, lane);
            int[] swap = in;
            in = out;
            out = swap;
        }
        int last = block.length - SALSA_WORDS;
        for (int i = 0; i < n; i++) {
            int[] row = table[in[last] & (n - 1)];
            for (int w = 0; w < row.length; w++) {
                in[w] ^= row[w];
            }
            mixBlocks(in, out, lane);
            int[] swap = in;
            in = out;
            out = swap;
        }
        // An even number of swaps, since n is: the result is where it began.
    }

    /** The standard's scryptBlockMix. */
    private void mixBlocks(int[] in, int[] out, int[] lane) {
        System.arraycopy(in, in.length - SALSA_WORDS, lane, 0, SALSA_WORDS);
        for (int i = 0; i < 2 * r; i++) {
            for (int w = 0; w < SALSA_WORDS; w++) {
                lane[w] ^= in[i * SALSA_WORDS + w];
            }
            Salsa20Engine.salsaCore(SALSA_ROUNDS, lane, lane);
            int place = i / 2 + (i % 2 == 0 ? 0 : r);
            System.arraycopy(lane, 0, out, place * SALSA_WORDS, SALSA_WORDS);
        }
    }
}
