package dev.keyrack.client.sync;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;

/// A house and a stay in it.
final class Bookings {

    static final Site SITE = new Site(
            new SiteId("sit_a"),
            "House",
            "Lisbon",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            ZoneId.of("Europe/Lisbon"),
            CurrencyUnit.EUR,
            LocalTime.of(15, 0),
            10);

    private Bookings() {}

    static Booking stay(BookingStatus status) {
        return new Booking(
                new BookingId("bkg_1"),
                status,
                SITE.id(),
                new ResourceId("res_double"),
                "Double",
                new UnitId("unt_1"),
                "101",
                List.of(),
                "2027-06-14",
                "2027-06-17",
                Quantity.ONE,
                2,
                new BigDecimal("360.00"),
                CurrencyUnit.EUR,
                List.of(),
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                "KR2F4G",
                new GuestId("gst_1"),
                new UserDetails("Zoë", "Müller-Lübeck", "zoe@example.com", "+351 900 000 000"),
                null,
                PaymentStatus.UNPAID,
                BigDecimal.ZERO,
                Instant.EPOCH,
                Instant.EPOCH,
                Revision.FIRST);
    }
}
