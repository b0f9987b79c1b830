package dev.keyrack.server.fuzz;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is sent.
///
/// @param address path and query, encoded
record Request(
        Description.Operation operation,
        String address,
        Map<String, String> headers,
        @Nullable String body) {

    /// Enough to send it again by hand.
    @Override
    public String toString() {
        String sent = body == null ? "" : " " + body;
        String text = operation.method() + " " + address + " "
                + headers.entrySet().stream()
                        .filter(header -> !header.getKey().equals("Authorization"))
                        .toList() + sent;
        return text.length() > 1_500 ? text.substring(0, 1_500) + "..." : text;
    }
}
