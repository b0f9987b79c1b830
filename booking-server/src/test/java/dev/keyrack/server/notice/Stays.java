package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// Bookings to write about.
final class Stays {

    static final Site HOTEL = new Site(
            new SiteId("sit_lisbon"),
            "Pensão São João & Söhne",
            "Lisbon, Portugal",
            new BigDecimal("38.7"),
            new BigDecimal("-9.1"),
            ZoneId.of("Europe/Lisbon"),
            CurrencyUnit.EUR,
            LocalTime.of(15, 0),
            10);

    static final List<PriceLine> FOUR_NIGHTS = List.of(
            night("2027-07-01", "120.00"),
            night("2027-07-02", "145.50"),
            night("2027-07-03", "145.50"),
            night("2027-07-04", "120.00"),
            new PriceLine(PriceLine.Kind.FEE, "City tax", new BigDecimal("16.00"), false),
            new PriceLine(PriceLine.Kind.TAX, "VAT 6 %", new BigDecimal("30.06"), true));

    private Stays() {}

    private static PriceLine night(String date, String amount) {
        return new PriceLine(PriceLine.Kind.GRAIN, date, new BigDecimal(amount), false);
    }

    static UserDetails guest(@Nullable String email) {
        return new UserDetails("Zoë", "Müller-Lübeck", email, "+351 900 000 000");
    }

    static Booking stay() {
        return stay(guest("zoe@example.com"), 3);
    }

    static Booking stay(UserDetails guest, long revision) {
        return new Booking(
                new BookingId("bkg_01hq7z8y3k5m9n2p4r6s8t0v2w"),
                BookingStatus.CONFIRMED,
                HOTEL.id(),
                new ResourceId("res_double"),
                "Double room with a view of the river",
                null,
                null,
                List.of(),
                "2027-07-01",
                "2027-07-05",
                Quantity.ONE,
                2,
                new BigDecimal("547.00"),
                CurrencyUnit.EUR,
                FOUR_NIGHTS,
                new CancellationPolicy(48, 50, 100),
                "K7RT2M9Q",
                new GuestId("gst_1"),
                guest,
                null,
                PaymentStatus.PAID,
                new BigDecimal("547.00"),
                Instant.parse("2027-03-01T09:00:00Z"),
                Instant.parse("2027-03-01T09:00:01.250Z"),
                new Revision(revision));
    }

    static Booking appointment() {
        return new Booking(
                new BookingId("bkg_appointment1"),
                BookingStatus.CONFIRMED,
                HOTEL.id(),
                new ResourceId("res_chair"),
                "Dr. Ana Ramos",
                null,
                null,
                List.of(),
                "2027-07-01T09:00:00Z",
                "2027-07-01T09:45:00Z",
                Quantity.ONE,
                1,
                new BigDecimal("60.00"),
                CurrencyUnit.EUR,
                List.of(new PriceLine(PriceLine.Kind.GRAIN, "2027-07-01", new BigDecimal("60.00"), false)),
                new CancellationPolicy(24, 100, 100),
                "B3XK8W2D",
                new GuestId("gst_1"),
                guest("zoe@example.com"),
                null,
                PaymentStatus.UNPAID,
                BigDecimal.ZERO,
                Instant.parse("2027-06-30T12:00:00Z"),
                Instant.parse("2027-06-30T12:00:00Z"),
                new Revision(1));
    }
}
