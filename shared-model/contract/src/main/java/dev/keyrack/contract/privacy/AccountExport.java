package dev.keyrack.contract.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.BookingId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is kept of an account (GDPR, articles 15 and 20), but for secrets and tokens.
///
/// @param emailConfirmedAt when the owner showed that the e-mail address is theirs; null if that did not happen
/// @param bookings made by the account, or with its address where the owner showed that it is theirs; the newest first
/// @param acts what the account did, as the audit record tells it; the oldest first, and of more than 50,000 the newest
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountExport(
        Instant exportedAt,
        Profile profile,
        Instant accountCreatedAt,
        @Nullable Instant emailConfirmedAt,
        Consents consents,
        List<KeptSession> sessions,
        List<KeptBooking> bookings,
        List<KeptNotice> notices,
        List<KeptAct> acts) {

    /// A sign-in.
    ///
    /// @param client what the program called itself
    /// @param program the program that was let in with a browser; null where it was none
    /// @param provedAt when its owner last proved who it is
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeptSession(
            SessionId sessionId,
            String client,
            @Nullable String program,
            Instant createdAt,
            Instant provedAt,
            Instant lastUsedAt,
            @Nullable Instant endedAt) {}

    /// A booking with what it came to.
    ///
    /// @param bookedEndDate where a guest left early: the end that was booked
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeptBooking(
            Booking booking,
            @Nullable String bookedEndDate,
            @Nullable String cancelReason,
            @Nullable Instant cancelledAt,
            BigDecimal refundAmount,
            List<KeptPayment> payments) {}

    /// A payment, without the token that it was made with.
    ///
    /// @param declineCode why the card service declined it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeptPayment(Payment payment, @Nullable String declineCode) {}

    /// A mail.
    ///
    /// @param kind what it told
    /// @param bookingId what it told of; null for a letter about the account
    /// @param writtenAt null where only the sending is known
    /// @param sentAt null if it was not sent yet
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeptNotice(
            String kind,
            @Nullable BookingId bookingId,
            @Nullable Instant writtenAt,
            @Nullable Instant sentAt) {}

    /// One entry of the audit record.
    ///
    /// @param action feature and past participle, such as `booking.cancelled`
    /// @param subjectId the record it was done to
    /// @param before what was changed as it was before, as JSON; null where nothing was changed
    /// @param after the same as it was afterwards
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeptAct(
            Instant at,
            String action,
            String subjectId,
            String detail,
            @Nullable String before,
            @Nullable String after) {}
}
