package dev.keyrack.server.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keyrack.server.gate.ClientAddressRule.Origin;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientAddressRuleTest {

    private static final InetAddress PROXY = at("10.0.0.1");
    private final ClientAddressRule rule = new ClientAddressRule(
            Stream.of("10.0.0.0/24", "fd00::/16").map(AddressRange::parse).toList());

    private static InetAddress at(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private String key(String peer, String... forwardedFor) {
        return rule.originOf(at(peer), List.of(forwardedFor), List.of()).key();
    }

    private String keyOfElements(String... forwarded) {
        return rule.originOf(PROXY, List.of(), List.of(forwarded)).key();
    }

    @Test
    void believesOnlyListedProxies() {
        assertThat(key("203.0.113.9", "192.0.2.1")).isEqualTo("203.0.113.9");
        assertThat(key("10.0.0.1", "192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(key("10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @Test
    void takesTheRightmostHopThatNoProxyVouchesFor() {
        assertThat(key("10.0.0.1", "6.6.6.6, 192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(key("10.0.0.1", "6.6.6.6", "192.0.2.1, 10.0.0.7")).isEqualTo("192.0.2.1");
        assertThat(key("10.0.0.1", "10.0.0.9, 192.0.2.1,10.0.0.7")).isEqualTo("192.0.2.1");
        assertThat(key("10.0.0.1", "6.6.6.6, unknown")).isEqualTo("10.0.0.1");
        assertThat(key("10.0.0.1", "6.6.6.6,")).isEqualTo("10.0.0.1");
        assertThat(key("10.0.0.1", "evil.example, 192.0.2.1:4711")).isEqualTo("192.0.2.1");
    }

    @Test
    void readsForwardedElements() {
        assertThat(keyOfElements("for=6.6.6.6;proto=https, for=\"192.0.2.1:99\";by=10.0.0.1"))
                .isEqualTo("192.0.2.1");
        assertThat(keyOfElements("For=\"[2001:db8:1:2:3::9]:443\"")).isEqualTo("2001:db8:1:2:0:0:0:0/64");
        assertThat(keyOfElements("for=_hidden")).isEqualTo("10.0.0.1");
        assertThat(keyOfElements("proto=https;xfor=6.6.6.6")).isEqualTo("10.0.0.1");
    }

    @Test
    void believesNeitherHeaderWhereTheyDiffer() {
        assertThat(rule.originOf(PROXY, List.of("192.0.2.1"), List.of("for=6.6.6.6"))
                        .key())
                .isEqualTo("10.0.0.1");
        assertThat(rule.originOf(PROXY, List.of("192.0.2.1"), List.of("for=192.0.2.1"))
                        .key())
                .isEqualTo("192.0.2.1");
    }

    @Test
    void countsOneSubscriberOfIpv6Together() {
        assertThat(key("2001:db8:0:1::1")).isEqualTo(key("2001:db8:0:1:ffff:ffff:ffff:ffff"));
        assertThat(key("2001:db8:0:1::1")).isNotEqualTo(key("2001:db8:0:2::1"));
        assertThat(key("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void sparesProgramsOnThisMachineThatSpeakForThemselves() {
        assertThat(originAtHome(List.of()).limited()).isFalse();
        assertThat(originAtHome(List.of("6.6.6.6")).limited()).isTrue();
        assertThat(originAtHome(List.of("6.6.6.6")).key()).isEqualTo("127.0.0.1");
        assertThat(rule.originOf(at("192.0.2.1"), List.of(), List.of()).limited())
                .isTrue();
        ClientAddressRule behind = new ClientAddressRule(List.of(AddressRange.parse("127.0.0.1")));
        assertThat(behind.originOf(at("127.0.0.1"), List.of(), List.of()).limited())
                .isTrue();
    }

    private Origin originAtHome(List<String> forwardedFor) {
        return rule.originOf(at("127.0.0.1"), forwardedFor, List.of());
    }

    /// Whatever a client writes to the left of what the proxies add, it is counted under its own address.
    @Test
    void isNotEvadedByForgedChains() {
        long seed = Long.getLong("keyrack.seed", 20261127L);
        Random random = new Random(seed);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            List<String> forged = new ArrayList<>();
            for (int hop = random.nextInt(6); hop > 0; hop--) {
                forged.add(forgedHop(random));
            }
            String client = random.nextBoolean() ? "203.0.113.77" : "203.0.113.77:" + random.nextInt(65_536);
            String proxies = random.nextBoolean() ? "" : ", 10.0.0." + random.nextInt(256);
            boolean oneHeader = random.nextBoolean();
            String added = client + proxies;
            String left = String.join(random.nextBoolean() ? "," : " , ", forged);
            List<String> values = oneHeader || forged.isEmpty()
                    ? List.of(forged.isEmpty() ? added : left + ", " + added)
                    : List.of(left, added);
            List<String> elements = random.nextInt(4) > 0 ? List.of() : List.of("for=" + forgedHop(random));
            keys.add(rule.originOf(PROXY, values, elements).key());
        }
        assertThat(keys).as("seed %d", seed).isSubsetOf("203.0.113.77", "10.0.0.1");
    }

    private static String forgedHop(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "10.0.0." + random.nextInt(256);
            case 1 -> random.nextInt(256) + "." + random.nextInt(256) + ".0.1";
            case 2 -> "2001:db8::" + Integer.toHexString(random.nextInt(65_536));
            case 3 -> "[fd00::" + Integer.toHexString(random.nextInt(65_536)) + "]:80";
            case 4 -> "127.0.0.1";
            case 5 -> "unknown";
            case 6 -> "for=\"" + random.nextInt() + "\";by=10.0.0.1";
            default -> "\"10.0.0.1\", 203.0.113." + random.nextInt(70) + ";\t";
        };
    }

    @Test
    void readsNetworks() {
        assertThat(AddressRange.parse("192.0.2.0/25").holds(at("192.0.2.127"))).isTrue();
        assertThat(AddressRange.parse("192.0.2.0/25").holds(at("192.0.2.128"))).isFalse();
        assertThat(AddressRange.parse("0.0.0.0/0").holds(at("::1"))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse("192.0.2.0/33"));
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse("proxy.example"));
    }
}
