package dev.keyrack.server.gate;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom the gate trusts and how long it waits.
///
/// @param certificate what TLS is spoken with; null for plain HTTP, which is for loopback only
/// @param proxies whose forwarding headers count
/// @param origins from which pages in a browser may call, such as `https://book.example`; others may not
/// @param patience how long a request's head may take, and its body beyond the time that a slow line needs
public record GateConfig(
        @Nullable CertificateFiles certificate, List<AddressRange> proxies, List<String> origins, Duration patience) {

    /// Plain HTTP, no proxies, no pages, ten seconds.
    public static final GateConfig PLAIN = new GateConfig(null, List.of(), List.of(), Duration.ofSeconds(10));

    public GateConfig {
        proxies = List.copyOf(proxies);
        origins = List.copyOf(origins);
        origins.forEach(GateConfig::requireOrigin);
    }

    private static void requireOrigin(String origin) {
        if (!origin.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+")) {
            throw new IllegalArgumentException("not an origin such as https://book.example: " + origin);
        }
    }
}
