package dev.keyrack.contract.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Every reason for which the server refuses, with its HTTP status. Readers show their own text for each.
public enum ProblemType {
    MALFORMED_BODY(400, "The request is not of the expected form"),
    CARD_NUMBER_REFUSED(400, "A card number must never be sent"),
    PAST_DATE(400, "The start lies in the past"),
    UNAUTHENTICATED(401, "Sign in first"),
    SECOND_FACTOR_REQUIRED(401, "The code of the second factor is needed too"),
    SIGN_IN_TOO_OLD(401, "Prove again who you are"),
    PAYMENT_DECLINED(402, "The payment was declined"),
    DEVICE_RETIRED(403, "This device is not in service any more"),
    DEVICE_LOST(403, "This device was declared lost"),
    FORBIDDEN(403, "This account may not do that"),
    UNKNOWN_RESOURCE(404, "There is no such resource"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    NOT_ACCEPTABLE(406, "Only JSON is offered here"),
    TOO_SLOW(408, "The request came too slowly"),
    SOLD_OUT(409, "Sold out for the whole or a part of the period"),
    UNIT_TAKEN(409, "The unit is promised to somebody else"),
    CHANGED_MEANWHILE(409, "Price or availability changed since it was shown"),
    WRONG_STATUS(409, "The booking's status does not allow that"),
    IN_FLIGHT(409, "The same request is being worked on"),
    RESYNC(409, "The cursor is not of this feed: take a new snapshot"),
    ALREADY_EXISTS(409, "It exists already"),
    STILL_NEEDED(409, "A booking is still to come, or a payment is under way"),
    HOLD_EXPIRED(410, "The hold has ended"),
    STALE_REVISION(412, "The record was changed by somebody else"),
    BODY_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Send JSON"),
    CLOSED(422, "Not for sale on a part of the period"),
    MINIMUM_STAY(422, "The stay is too short"),
    MAXIMUM_STAY(422, "The stay is too long"),
    CLOSED_TO_ARRIVAL(422, "No arrival on that day"),
    CLOSED_TO_DEPARTURE(422, "No departure on that day"),
    LEAD_TIME(422, "Too late to book this"),
    BOOKING_WINDOW(422, "Too early to book this"),
    TOO_MANY_GUESTS(422, "Too many guests"),
    OFF_STEP(422, "The times do not fit the resource's calendar"),
    WEAK_PASSWORD(422, "The password is too easy to guess"),
    INVALID_CODE(422, "The code is not good, or not any more"),
    KEY_REUSED(422, "The idempotency key belongs to another request"),
    PRECONDITION_REQUIRED(428, "Name the revision in If-Match"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something went wrong here"),
    BUSY(503, "Too busy, try again");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// The `type` of the problem document, a relative URI reference such as `/problems/sold-out`.
    @JsonValue
    public String toUri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads a `type`; one that this program does not know is [#INTERNAL].
    @JsonCreator
    public static ProblemType ofUri(String uri) {
        for (ProblemType type : values()) {
            if (type.toUri().equals(uri)) {
                return type;
            }
        }
        return INTERNAL;
    }
}
