package dev.keyrack.server.factor;

import java.math.BigInteger;

/// Base32 (RFC 4648) of 160 bits, which need no padding.
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int OCTETS = 20;
    private static final int CHARACTERS = 32;
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] octets) {
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("expected 160 bits");
        }
        BigInteger number = new BigInteger(1, octets);
        StringBuilder text = new StringBuilder(CHARACTERS);
        for (int i = CHARACTERS - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt(number.shiftRight(i * BITS).intValue() & (CHARACTERS - 1)));
        }
        return text.toString();
    }

    static byte[] decode(String text) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            number = number.shiftLeft(BITS).or(BigInteger.valueOf(ALPHABET.indexOf(text.charAt(i))));
        }
        byte[] octets = new byte[OCTETS];
        for (int i = 0; i < OCTETS; i++) {
            octets[OCTETS - 1 - i] = number.shiftRight(i * Byte.SIZE).byteValue();
        }
        return octets;
    }
}
