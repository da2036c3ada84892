package io.ploy.testkit.polymarket.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A certificate for localhost, signed by itself, with a key of its own that is gone with the process. The clients of a
 * test trust it, and nobody else needs to.
 */
public final class ServerCertificate {
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.identifier(1, 2, 840, 10045, 4, 3, 2));
    private static final byte[] NAME = Der.sequence(
            Der.set(Der.sequence(Der.identifier(2, 5, 4, 3), Der.text("Simulated Polymarket, for tests only"))));
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final KeyPair keys;
    private final X509Certificate certificate;

    private ServerCertificate(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /**
     * Makes one: P-256, valid from 2020 to 2099 for localhost, 127.0.0.1 and ::1.
     *
     * @return a new certificate
     */
    public static ServerCertificate create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            byte[] content = content(keys.getPublic().getEncoded());
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            byte[] encoded = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            return new ServerCertificate(keys, certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make an EC certificate", e);
        }
    }

    /**
     * The certificate.
     *
     * @return as X.509
     */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * The certificate as other languages' clients read it.
     *
     * @return a PEM block
     */
    public String pem() {
        try {
            String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that cannot be written", e);
        }
    }

    /**
     * Trusts this certificate alone.
     *
     * @return for a client's TLS
     */
    public X509TrustManager trustManager() {
        try {
            KeyStore trusted = emptyStore();
            trusted.setCertificateEntry("venue", certificate);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot trust a certificate", e);
        }
    }

    /**
     * TLS for a client that trusts this certificate alone.
     *
     * @return a new context
     */
    public SSLContext clientContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trustManager()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** TLS for the server that shows this certificate. */
    SSLContext serverContext() {
        char[] password = new char[0];
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("venue", keys.getPrivate(), password, new X509Certificate[] {certificate});
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot serve TLS", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** The part that is signed. Browsers want another number for each key of one name, so it comes from the key. */
    private static byte[] content(byte[] publicKey) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
        BigInteger serial = new BigInteger(1, Arrays.copyOf(digest, 8));
        byte[] authority = Der.sequence(Der.identifier(2, 5, 29, 19), Der.yes(), Der.octets(Der.sequence(Der.yes())));
        byte[] names = Der.sequence(
                Der.identifier(2, 5, 29, 17),
                Der.octets(Der.sequence(
                        Der.plain(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)),
                        Der.plain(IP_ADDRESS, LOOPBACK),
                        Der.plain(IP_ADDRESS, LOOPBACK_6))));
        return Der.sequence(
                Der.around(0, Der.integer(BigInteger.TWO)),
                Der.integer(serial),
                ECDSA_WITH_SHA256,
                NAME,
                Der.sequence(Der.time("20200101000000Z"), Der.time("20991231235959Z")),
                NAME,
                publicKey,
                Der.around(3, Der.sequence(authority, names)));
    }
}
