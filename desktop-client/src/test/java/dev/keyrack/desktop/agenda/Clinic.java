package dev.keyrack.desktop.agenda;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.desktop.Samples;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/// A practitioner and an event at the site of [Samples], where the clock is an hour ahead of UTC in June.
final class Clinic {

    static final Resource DOCTOR = resource(ResourceType.APPOINTMENT, "res_doctor", "Dr. Duarte");
    static final Resource FADO = resource(ResourceType.EVENT, "res_fado", "Fado");

    private Clinic() {}

    private static Resource resource(ResourceType type, String id, String name) {
        boolean times = type == ResourceType.APPOINTMENT;
        var terms = new ResourceTerms(
                type,
                name,
                "",
                List.of(),
                List.of(),
                BigDecimal.ONE,
                10,
                100,
                BigDecimal.TEN,
                times ? 30 : 0,
                0,
                0,
                0,
                365,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                List.of(),
                times
                        ? List.of(new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                        : List.of());
        return new Resource(
                new ResourceId(id),
                Samples.SITE,
                type.grain(),
                Resource.State.OPEN,
                terms,
                List.of(),
                List.of(),
                Revision.FIRST);
    }

    static Known booked(Resource resource, String id, String start, String end) {
        return new Known(booking(resource, id, start, end), SyncState.SYNCED);
    }

    static Booking booking(Resource resource, String id, String start, String end) {
        return Samples.at(
                Samples.booking(id, 0, null, BookingStatus.CONFIRMED),
                resource.id(),
                Samples.DAY + start,
                Samples.DAY + end);
    }
}
