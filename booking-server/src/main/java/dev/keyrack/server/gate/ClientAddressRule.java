package dev.keyrack.server.gate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out from which address a request came: the rightmost hop that no listed proxy vouches for. Anybody can write
/// anything into the headers that name the hops (`X-Forwarded-For`, and `Forwarded` of RFC 7239), so they count only as
/// far as listed proxies wrote them.
final class ClientAddressRule {

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\\s]*)");
    private static final Pattern NODE = Pattern.compile(
            "\\[([0-9A-Fa-f:.]{2,45})](?::\\d{1,5})?|([0-9.]{7,15})(?::\\d{1,5})?|([0-9A-Fa-f:.]{2,45})");
    private static final int PREFIX_BITS = 64;

    private final List<AddressRange> proxies;

    ClientAddressRule(List<AddressRange> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /// Where a request came from.
    ///
    /// @param limited false for a program on this machine that speaks for nobody else
    record Origin(InetAddress address, boolean limited) {

        /// What its limits are kept under: the address, or the first 64 bits of an IPv6 one, which one subscriber has
        /// to himself (RFC 6177).
        String key() {
            return address instanceof Inet6Address
                    ? prefix().getHostAddress() + "/" + PREFIX_BITS
                    : address.getHostAddress();
        }

        private InetAddress prefix() {
            try {
                return InetAddress.getByAddress(AddressRange.firstBits(address, PREFIX_BITS));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address has as many octets as an address", e);
            }
        }
    }

    /// @param peer who is at the other end of the connection
    /// @param forwardedFor the values of all `X-Forwarded-For` headers in their order
    /// @param forwarded the values of all `Forwarded` headers in their order
    Origin originOf(InetAddress peer, List<String> forwardedFor, List<String> forwarded) {
        if (!isProxy(peer)) {
            boolean alone = peer.isLoopbackAddress() && forwardedFor.isEmpty() && forwarded.isEmpty();
            return new Origin(peer, !alone);
        }
        InetAddress byList = walk(peer, hops(forwardedFor));
        InetAddress byElements = walk(
                peer, hops(forwarded).stream().map(ClientAddressRule::forOf).toList());
        if (forwarded.isEmpty()) {
            return new Origin(byList, true);
        }
        if (forwardedFor.isEmpty()) {
            return new Origin(byElements, true);
        }
        // a proxy writes one of them and lets the other pass: where they differ, one is forged
        return new Origin(byList.equals(byElements) ? byList : peer, true);
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.holds(address));
    }

    private static List<String> hops(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static String forOf(String element) {
        Matcher found = FOR.matcher(element);
        return found.find() ? found.group(1).replace("\"", "") : "";
    }

    /// A hop that is no address ends the walk at the proxy that wrote it.
    private InetAddress walk(InetAddress peer, List<String> hops) {
        InetAddress present = peer;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> next = isProxy(present) ? addressIn(hop) : Optional.empty();
            if (next.isEmpty()) {
                return present;
            }
            present = next.get();
        }
        return present;
    }

    private static Optional<InetAddress> addressIn(String hop) {
        Matcher node = NODE.matcher(hop);
        if (!node.matches()) {
            return Optional.empty();
        }
        String literal = node.group(1) != null ? node.group(1) : node.group(2) != null ? node.group(2) : node.group(3);
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
