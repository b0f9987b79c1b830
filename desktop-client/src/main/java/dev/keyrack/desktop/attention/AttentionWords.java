package dev.keyrack.desktop.attention;

import dev.keyrack.client.api.StayApi;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.client.sync.SiteCopy.Refusal;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.desktop.wording.BookingWords;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is said of something refused.
record AttentionWords(Messages messages) {

    AttentionRow row(SiteCopy copy, Refusal refusal) {
        Booking booking = copy.find(refusal.mutation().bookingId())
                .map(SiteCopy.Known::booking)
                .orElse(null);
        String at =
                new Dates(messages.locale()).moment(refusal.at(), copy.site().timeZone());
        return new AttentionRow(
                refusal.id(),
                booking,
                booking == null
                        ? messages.text("attention.row.gone")
                        : BookingWords.name(booking.userDetails()) + " · " + booking.confirmationCode(),
                messages.text("attention.row.wanted", at, wanted(refusal.mutation())),
                reason(refusal.problem().type()),
                now(refusal.mutation(), booking, copy));
    }

    private String wanted(Mutation mutation) {
        return switch (mutation) {
            case Mutation.CheckIn step ->
                step.unitName() == null
                        ? messages.text("attention.wanted.checkin")
                        : messages.text("attention.wanted.checkinto", step.unitName());
            case Mutation.CheckOut _ -> messages.text("attention.wanted.checkout");
            case Mutation.MarkNoShow _ -> messages.text("attention.wanted.noshow");
            case Mutation.UndoStep(var _, StayApi.Step step) ->
                switch (step) {
                    case CHECK_IN -> messages.text("attention.wanted.undocheckin");
                    case CHECK_OUT -> messages.text("attention.wanted.undocheckout");
                    case NO_SHOW -> messages.text("attention.wanted.undonoshow");
                };
            case Mutation.SetNotes step -> messages.text("attention.wanted.notes", step.notes());
            case Mutation.SetGuest step ->
                messages.text(
                        "attention.wanted.guest",
                        BookingWords.name(step.details()),
                        new BookingWords(messages).reach(step.details()));
            case Mutation.MoveUnit step ->
                messages.text(
                        "attention.wanted.move",
                        Objects.requireNonNullElse(step.unitName(), messages.text("board.row.unassigned")));
        };
    }

    private String reason(ProblemType type) {
        return switch (type) {
            case UNIT_TAKEN, SOLD_OUT -> messages.text("attention.reason.taken");
            case STALE_REVISION, CHANGED_MEANWHILE -> messages.text("attention.reason.changed");
            case WRONG_STATUS -> messages.text("attention.reason.status");
            case NOT_FOUND -> messages.text("attention.reason.gone");
            case FORBIDDEN -> messages.text("attention.reason.forbidden");
            default -> messages.text("attention.reason.other");
        };
    }

    private String now(Mutation mutation, @Nullable Booking booking, SiteCopy copy) {
        if (booking == null) {
            return messages.text("attention.now.gone");
        }
        BookingWords words = new BookingWords(messages);
        return switch (mutation) {
            case Mutation.SetNotes _ ->
                messages.text(
                        "attention.now.notes",
                        Objects.requireNonNullElse(booking.notes(), messages.text("attention.now.nonotes")));
            case Mutation.SetGuest _ ->
                messages.text(
                        "attention.now.guest",
                        BookingWords.name(booking.userDetails()),
                        words.reach(booking.userDetails()));
            default ->
                messages.text(
                        "attention.now.stay",
                        words.status(booking.status()),
                        words.room(booking),
                        words.stay(booking, copy.site().timeZone()));
        };
    }
}
