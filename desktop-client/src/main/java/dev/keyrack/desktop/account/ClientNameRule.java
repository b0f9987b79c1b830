package dev.keyrack.desktop.account;

import java.util.List;
import java.util.Optional;

/// What people call a program that calls itself something in its User-Agent (RFC 9110).
final class ClientNameRule {

    private static final String OWN = "Keyrack";

    /// Browsers name others beside themselves: the first that is found is right.
    private static final List<Browser> BROWSERS = List.of(
            new Browser("Edg/", "Edge"),
            new Browser("Firefox/", "Firefox"),
            new Browser("Chrome/", "Chrome"),
            new Browser("Safari/", "Safari"));

    private record Browser(String mark, String name) {}

    private ClientNameRule() {}

    /// Empty for a program that does not say.
    static Optional<String> name(String client) {
        if (client.startsWith(OWN)) {
            return Optional.of(client);
        }
        return BROWSERS.stream()
                .filter(browser -> client.contains(browser.mark()))
                .map(Browser::name)
                .findFirst()
                .or(() -> Optional.of(client.strip().replaceFirst("[/ ].*", "")).filter(word -> !word.isEmpty()));
    }
}
