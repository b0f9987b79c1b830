package dev.keyrack.server.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Signatures by Ed25519 (RFC 8032), as the JDK makes them. Keys travel as JWK (RFC 8037).
public final class Ed25519 {

    private static final String NAME = "Ed25519";
    /// What stands before the 32 octets of a key (RFC 8410).
    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    static OctetKeyPair.Builder generate() {
        try {
            KeyPair made = KeyPairGenerator.getInstance(NAME).generateKeyPair();
            return new OctetKeyPair.Builder(
                            Curve.Ed25519, after(PUBLIC, made.getPublic().getEncoded()))
                    .d(after(PRIVATE, made.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    static byte[] sign(OctetKeyPair key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(KeyFactory.getInstance(NAME)
                    .generatePrivate(new PKCS8EncodedKeySpec(join(PRIVATE, key.getDecodedD()))));
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
    }

    /// @param octets 32
    public static PublicKey publicKey(byte[] octets) {
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(join(PUBLIC, octets)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A published key is none", e);
        }
    }

    /// Whether the signature is right; a key that is no point of the curve signs nothing.
    public static boolean verify(PublicKey key, byte[] content, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(NAME);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static Base64URL after(byte[] prefix, byte[] encoded) {
        if (encoded.length != prefix.length + 32 || !Arrays.equals(prefix, Arrays.copyOf(encoded, prefix.length))) {
            throw new IllegalStateException("The JDK writes Ed25519 keys otherwise than RFC 8410");
        }
        return Base64URL.encode(Arrays.copyOfRange(encoded, prefix.length, encoded.length));
    }

    private static byte[] join(byte[] prefix, byte[] octets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(prefix);
        all.writeBytes(octets);
        return all.toByteArray();
    }
}
