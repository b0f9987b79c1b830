package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// A booking as a calendar entry (RFC 5545): nights as whole days, the rest as UTC times.
final class CalendarFile {

    private CalendarFile() {}

    static String render(NoticeKind kind, Booking booking, Site site) {
        boolean gone = kind == NoticeKind.CANCELLED || kind == NoticeKind.DECLINED;
        VEvent event = new VEvent(false);
        event.add(new Uid(booking.bookingId() + "@keyrack"));
        event.add(new DtStamp(booking.updatedAt()));
        event.add(new Sequence((int) booking.revision().number()));
        switch (new NoticeText(booking, site).period()) {
            case StayRange stay -> {
                event.add(new DtStart<>(stay.checkIn()));
                event.add(new DtEnd<>(stay.checkOut()));
            }
            case TimeRange time -> {
                event.add(new DtStart<Instant>(time.start()));
                event.add(new DtEnd<Instant>(time.end()));
            }
        }
        event.add(new Summary(booking.resourceName() + " (" + booking.confirmationCode() + ")"));
        event.add(new Location(site.name() + ", " + site.location()));
        event.add(new Status(gone ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Keyrack//Keyrack//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Method(gone ? Method.VALUE_CANCEL : Method.VALUE_PUBLISH));
        calendar.add(event);
        return calendar.toString();
    }
}
