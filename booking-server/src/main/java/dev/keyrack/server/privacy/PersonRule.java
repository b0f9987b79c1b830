package dev.keyrack.server.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.persistence.Json;
import java.util.Set;

/// Takes persons out of what was told of their bookings, as JSON.
final class PersonRule {

    private PersonRule() {}

    /// The same text, in which these bookings are of nobody.
    static String without(String json, Set<String> bookings) {
        JsonNode told = Json.read(json, JsonNode.class);
        return strip(told, bookings) ? told.toString() : json;
    }

    /// @return whether anything was taken out
    private static boolean strip(JsonNode told, Set<String> bookings) {
        boolean stripped = false;
        if (told instanceof ObjectNode record
                && record.has("userDetails")
                && bookings.contains(record.path("bookingId").asText())) {
            record.set("userDetails", Json.MAPPER.valueToTree(StoredBooking.NOBODY));
            record.remove("notes");
            stripped = true;
        }
        for (JsonNode part : told) {
            stripped |= strip(part, bookings);
        }
        return stripped;
    }
}
