package dev.keyrack.client.api;

import dev.keyrack.contract.device.DeviceChallenge;
import dev.keyrack.contract.value.UserId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// What a device shows itself by: an Ed25519 key (RFC 8032) that never leaves it.
public final class DeviceKey {

    private static final String NAME = "Ed25519";
    private static final int PUBLIC_OCTETS = 32;

    private final UserId id;
    private final PrivateKey key;

    private DeviceKey(UserId id, PrivateKey key) {
        this.id = id;
        this.key = key;
    }

    /// A key before it is known whose it is.
    ///
    /// @param publicText what the server is told of it
    /// @param privateText how it is kept: PKCS #8 as base64url
    public record Pair(String publicText, String privateText) {

        /// Does not show the private half.
        @Override
        public String toString() {
            return "Pair[publicText=" + publicText + "]";
        }
    }

    public static Pair generate() {
        try {
            KeyPair made = KeyPairGenerator.getInstance(NAME).generateKeyPair();
            byte[] encoded = made.getPublic().getEncoded();
            return new Pair(
                    text(Arrays.copyOfRange(encoded, encoded.length - PUBLIC_OCTETS, encoded.length)),
                    text(made.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /// @param kept the private half of a [Pair]
    public static DeviceKey of(UserId id, String kept) {
        try {
            byte[] encoded = Base64.getUrlDecoder().decode(kept);
            return new DeviceKey(id, KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("what is kept is no key", e);
        }
    }

    public UserId id() {
        return id;
    }

    String sign(DeviceChallenge challenge) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(challenge.signedBy(id));
            return text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The device's key does not sign", e);
        }
    }

    private static String text(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
