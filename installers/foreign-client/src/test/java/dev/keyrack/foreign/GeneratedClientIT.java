package dev.keyrack.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.foreign.generated.ApiClient;
import dev.keyrack.foreign.generated.ApiException;
import dev.keyrack.foreign.generated.api.AvailabilityApi;
import dev.keyrack.foreign.generated.api.BookingsApi;
import dev.keyrack.foreign.generated.api.HoldsApi;
import dev.keyrack.foreign.generated.api.ResourcesApi;
import dev.keyrack.foreign.generated.api.SessionsApi;
import dev.keyrack.foreign.generated.api.SitesApi;
import dev.keyrack.foreign.generated.model.Booking;
import dev.keyrack.foreign.generated.model.CancelBooking;
import dev.keyrack.foreign.generated.model.CancellationPolicy;
import dev.keyrack.foreign.generated.model.CheckAvailability;
import dev.keyrack.foreign.generated.model.CreateBooking;
import dev.keyrack.foreign.generated.model.CreateHold;
import dev.keyrack.foreign.generated.model.CreateResource;
import dev.keyrack.foreign.generated.model.CreatedBooking;
import dev.keyrack.foreign.generated.model.Hold;
import dev.keyrack.foreign.generated.model.PaymentDetails;
import dev.keyrack.foreign.generated.model.Resource;
import dev.keyrack.foreign.generated.model.ResourceTerms;
import dev.keyrack.foreign.generated.model.SignIn;
import dev.keyrack.foreign.generated.model.Site;
import dev.keyrack.foreign.generated.model.UserDetails;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client that is generated from the committed description, and that nobody wrote for this server, opens a site,
/// books a room in it and cancels.
class GeneratedClientIT {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @TempDir
    private Path folder;

    private ServerAssembly server;
    private ApiClient staff;
    private ApiClient guest;

    @BeforeEach
    void open() throws ApiException {
        server = new ServerAssembly(ServerConfig.onLoopback(folder, 0, Clock.systemUTC()));
        var administrator = server.startForTrial().orElseThrow();
        guest = client("");
        String token = new SessionsApi(guest)
                .sessionsSignIn(new SignIn().name(administrator.name()).password(administrator.password()))
                .getAccessToken();
        staff = client(token);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ApiClient client(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(server.uri().toString().replaceFirst("/$", ""));
        if (!token.isEmpty()) {
            client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        }
        return client;
    }

    private Resource room() throws ApiException {
        Site site = new SitesApi(staff)
                .sitesCreate(new Site()
                        .id("sit_lisbon")
                        .name("Hotel Lisboa")
                        .location("Lisbon, Portugal")
                        .latitude(new BigDecimal("38.72"))
                        .longitude(new BigDecimal("-9.14"))
                        .timeZone(LISBON.getId())
                        .currency("EUR")
                        .checkInTime(LocalTime.of(15, 0))
                        .holdMinutes(10));
        return new ResourcesApi(staff)
                .resourcesCreate(new CreateResource()
                        .siteId(site.getId())
                        .terms(new ResourceTerms()
                                .type(ResourceTerms.TypeEnum.HOTEL)
                                .name("Double room")
                                .description("A bed and a view")
                                .amenities(List.of("wifi"))
                                .images(List.of())
                                .rating(new BigDecimal("4.5"))
                                .maximumGuests(2)
                                .capacity(1)
                                .basePrice(new BigDecimal("120.00"))
                                .stepMinutes(0)
                                .bufferBeforeMinutes(0)
                                .bufferAfterMinutes(0)
                                .leadTimeMinutes(0)
                                .bookingWindowDays(365)
                                .onRequest(false)
                                .cancellationPolicy(new CancellationPolicy()
                                        .freeUntilHours(24)
                                        .feePercent(50)
                                        .noShowPercent(100))
                                .taxes(List.of())
                                .openingHours(List.of())));
    }

    @Test
    void booksARoomAndCancels() throws ApiException {
        Resource room = room();
        String from = LocalDate.now(LISBON).plusDays(10).toString();
        String to = LocalDate.now(LISBON).plusDays(12).toString();
        CheckAvailability question = new CheckAvailability()
                .resourceId(room.getId())
                .startDate(from)
                .endDate(to)
                .quantity(1);
        assertThat(new AvailabilityApi(guest).availabilityCheck(question).getAvailable())
                .isTrue();
        Hold hold = new HoldsApi(guest)
                .holdsCreate(new CreateHold()
                        .resourceId(room.getId())
                        .startDate(from)
                        .endDate(to)
                        .quantity(1)
                        .guests(2));
        CreatedBooking booked = new BookingsApi(guest)
                .bookingsCreate(
                        new CreateBooking()
                                .resourceId(room.getId())
                                .startDate(from)
                                .endDate(to)
                                .quantity(1)
                                .guests(2)
                                .holdId(hold.getHoldId())
                                .userDetails(new UserDetails()
                                        .firstName("Ana")
                                        .lastName("Sousa")
                                        .email("ana@example.com"))
                                .paymentMethod(CreateBooking.PaymentMethodEnum.CREDIT_CARD)
                                .paymentDetails(new PaymentDetails().token("tok_approve")),
                        Map.of("Idempotency-Key", "one-and-only-0001"));
        assertThat(booked.getStatus()).isEqualTo(CreatedBooking.StatusEnum.CONFIRMED);
        assertThat(booked.getTotalPrice()).isEqualByComparingTo("240.00");
        assertThat(new AvailabilityApi(guest).availabilityCheck(question).getAvailable())
                .isFalse();
        Booking read = new BookingsApi(staff).bookingsGet(booked.getBookingId());
        assertThat(read.getUserDetails().getLastName()).isEqualTo("Sousa");
        assertThat(read.getPaidAmount()).isEqualByComparingTo("240.00");
        assertThat(new BookingsApi(staff)
                        .bookingsCancel(
                                booked.getBookingId(), new CancelBooking(), Map.of("Idempotency-Key", "back-0001"))
                        .getRefundAmount())
                .isEqualByComparingTo("240.00");
        assertThat(new AvailabilityApi(guest).availabilityCheck(question).getAvailable())
                .isTrue();
    }

    @Test
    void isToldWhyItMayNot() throws ApiException {
        Resource room = room();
        assertThatThrownBy(() -> new ResourcesApi(guest).resourcesClose(room.getId()))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(401);
                    assertThat(refusal.getResponseBody()).contains("/problems/unauthenticated");
                });
    }
}
