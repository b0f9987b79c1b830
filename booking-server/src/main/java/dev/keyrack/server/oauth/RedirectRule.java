package dev.keyrack.server.oauth;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a browser may be sent to an address with a program's code. It must be, letter for letter, the one that is
/// known; only the port of a program on the same machine is free (RFC 8252, section 7.3).
final class RedirectRule {

    private static final Pattern LOOPBACK =
            Pattern.compile("http://(?:127\\.0\\.0\\.1|\\[::1]):(?<port>[1-9][0-9]{0,4})(?<path>/[A-Za-z0-9/_-]*)");
    private static final int LAST_PORT = 65_535;

    private RedirectRule() {}

    static boolean allows(OauthClient client, String address) {
        if (!client.loopback()) {
            return client.redirectUri().equals(address);
        }
        Matcher parts = LOOPBACK.matcher(address);
        return parts.matches()
                && Integer.parseInt(parts.group("port")) <= LAST_PORT
                && URI.create(client.redirectUri()).getPath().equals(parts.group("path"));
    }
}
