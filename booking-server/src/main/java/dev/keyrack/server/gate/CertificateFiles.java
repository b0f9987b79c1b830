package dev.keyrack.server.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/// Where a server's certificate and its private key are: PEM files, the certificate's issuers behind it, the key not
/// encrypted.
public record CertificateFiles(Path certificate, Path key) {

    /// What the files hold.
    ///
    /// @param chain the server's own certificate first
    record Identity(List<X509Certificate> chain, PrivateKey key) {

        KeyStore toKeyStore() throws GeneralSecurityException, IOException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, new char[0], chain.toArray(Certificate[]::new));
            return store;
        }
    }

    /// @throws IllegalArgumentException if the files cannot be read, or the key is not the certificate's
    Identity read() {
        try {
            List<X509Certificate> chain = readChain();
            PrivateKey own = readKey();
            if (!belongTogether(own, chain.getFirst().getPublicKey())) {
                throw new IllegalArgumentException(key + " is not the key of " + certificate);
            }
            return new Identity(chain, own);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The certificate in " + certificate + " with the key in " + key + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }

    private List<X509Certificate> readChain() throws IOException, GeneralSecurityException {
        try (InputStream stream = Files.newInputStream(certificate)) {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new IllegalArgumentException(certificate + " holds no certificate");
            }
            return chain;
        }
    }

    PrivateKey readKey() throws IOException {
        try (Reader reader = Files.newBufferedReader(key);
                PEMParser parser = new PEMParser(reader)) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (found instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (found instanceof PrivateKeyInfo alone) {
                    return converter.getPrivateKey(alone);
                }
            }
            throw new IllegalArgumentException(key + " holds no private key that is not encrypted");
        }
    }

    private static boolean belongTogether(PrivateKey own, PublicKey shown) throws GeneralSecurityException {
        String algorithm = switch (own.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> own.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(own);
        byte[] signed = signature.sign();
        signature.initVerify(shown);
        return signature.verify(signed);
    }

    /// What clients know the server by: the digest of its public key (RFC 7469), as curl takes it for `--pinnedpubkey`.
    public String pin() {
        try {
            byte[] key = readChain().getFirst().getPublicKey().getEncoded();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return "sha256//" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(certificate + " holds no certificate", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
