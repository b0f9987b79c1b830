package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// A booking as a calendar entry (RFC 5545): nights as whole local days, the rest as UTC times. Every notice of a
/// booking carries the same UID and a higher SEQUENCE, so that the calendar keeps one entry up to date (RFC 5546).
final class CalendarFile {

    private CalendarFile() {}

    /// The METHOD, which the mail part has to name as well.
    static String method(NoticeKind kind) {
        return kind == NoticeKind.CANCELLED || kind == NoticeKind.DECLINED ? Method.VALUE_CANCEL : Method.VALUE_REQUEST;
    }

    static String render(NoticeKind kind, Booking booking, Site site, String from, String to) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Keyrack//Keyrack//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Method(method(kind)));
        calendar.add(event(kind, booking, site, from, to));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(NoticeKind kind, Booking booking, Site site, String from, String to) {
        NoticeText text = new NoticeText(booking, site);
        VEvent event = new VEvent(false);
        event.add(new Uid(booking.bookingId() + "@keyrack"));
        event.add(new DtStamp(booking.updatedAt()));
        event.add(new Sequence(Math.toIntExact(booking.revision().number())));
        switch (text.period()) {
            case StayRange stay -> {
                event.add(new DtStart<LocalDate>(stay.checkIn()));
                event.add(new DtEnd<LocalDate>(stay.checkOut()));
                event.add(new Transp(Transp.VALUE_TRANSPARENT));
            }
            case TimeRange time -> {
                event.add(new DtStart<Instant>(time.start()));
                event.add(new DtEnd<Instant>(time.end()));
            }
        }
        event.add(new Summary(text.resource() + " (" + Template.line(booking.confirmationCode()) + ")"));
        event.add(new Location(text.siteName() + ", " + text.place()));
        event.add(new Status(status(kind)));
        event.add(new Organizer(address(from)));
        Property guest = new Attendee(address(to))
                .withParameter(PartStat.ACCEPTED)
                .withParameter(Rsvp.FALSE)
                .getFluentTarget();
        event.add(guest);
        return event;
    }

    private static String status(NoticeKind kind) {
        return switch (kind) {
            case REQUESTED -> Status.VALUE_TENTATIVE;
            case CONFIRMED, CHANGED -> Status.VALUE_CONFIRMED;
            case CANCELLED, DECLINED -> Status.VALUE_CANCELLED;
        };
    }

    private static URI address(String mail) {
        try {
            return new URI("mailto", mail, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a mail address", e);
        }
    }
}
