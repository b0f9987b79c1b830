package dev.keyrack.server.notice;

import org.jspecify.annotations.Nullable;

/// Where mail is handed over, and in whose name.
///
/// @param user with `password`, or both null for a server that asks for neither
/// @param from the sender's bare address
/// @param startTls true to refuse a server that offers no encryption; otherwise it is used where offered
public record SmtpConfig(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String from,
        boolean startTls) {

    /// @throws IllegalArgumentException if the port is out of range, or only one of user and password is there
    public SmtpConfig {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("expected HOST:PORT such as mail.example.com:587");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("expected both a user and a password, or neither");
        }
        if (!from.matches("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+")) {
            throw new IllegalArgumentException("expected a sender such as desk@example.com");
        }
    }

    /// Reads `HOST:PORT`, for a server that asks for no password.
    ///
    /// @throws IllegalArgumentException if the text is not of that form
    public static SmtpConfig parse(String address, String from) {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("expected HOST:PORT such as mail.example.com:587");
        }
        return new SmtpConfig(address.substring(0, colon), Integer.parseInt(port), null, null, from, false);
    }

    /// Does not show the password.
    @Override
    public String toString() {
        return "SmtpConfig[" + host + ":" + port + ", from=" + from + ", startTls=" + startTls + "]";
    }
}
