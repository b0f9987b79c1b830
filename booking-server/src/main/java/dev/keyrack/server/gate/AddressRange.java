package dev.keyrack.server.gate;

import java.net.InetAddress;
import java.util.Arrays;

/// A network: all addresses that begin with the same bits (CIDR, RFC 4632 and RFC 4291).
///
/// @param network any address in it
/// @param bits how many bits its addresses share
public record AddressRange(InetAddress network, int bits) {

    public AddressRange {
        if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("a network has no " + bits + " bits: " + network.getHostAddress());
        }
    }

    /// Reads `192.0.2.0/24`, `2001:db8::/32` or one address.
    ///
    /// @throws IllegalArgumentException if it is none of these; names are not looked up
    public static AddressRange parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress network = InetAddress.ofLiteral(parts[0]);
        int most = network.getAddress().length * Byte.SIZE;
        return new AddressRange(network, parts.length == 1 ? most : Integer.parseInt(parts[1]));
    }

    boolean holds(InetAddress address) {
        return Arrays.equals(firstBits(address, bits), firstBits(network, bits));
    }

    /// The address with all bits behind the first ones at 0.
    static byte[] firstBits(InetAddress address, int bits) {
        byte[] octets = address.getAddress();
        for (int i = 0; i < octets.length; i++) {
            int kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            octets[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        return octets;
    }
}
