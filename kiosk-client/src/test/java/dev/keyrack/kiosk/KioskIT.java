package dev.keyrack.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.device.DeviceStatus;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.check.Labels;
import dev.keyrack.fx.check.Picture;
import dev.keyrack.terminal.Gesture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

class KioskIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void sellsTonightsRoomInFourTouchesAndLetsTheGuestIn(String language) throws Exception {
        try (KioskRig rig = new KioskRig(folder, language, Clock.systemUTC())) {
            KioskRobot guest = new KioskRobot(rig.stage().getScene());
            guest.await("enrolment");
            picture(rig, "set-up", language);
            Path queue = folder.resolve("queue");
            guest.setUp(rig.code(), "4711", queue.toString());
            KioskRig.await(() -> guest.text("price").contains("€"));
            picture(rig, "welcome", language);

            guest.touch("begin");
            KioskRig.await(() -> rig.stage().getScene().getRoot().lookup(".offer-card") != null);
            picture(rig, "offers", language);
            guest.chooseRoom();
            guest.await("take");
            picture(rig, "room", language);
            guest.touch("take");
            guest.await("firstName");
            guest.type("firstName", "Ana");
            guest.type("lastName", "Silva");
            guest.typeFast("email", "ana.silva@example.com");
            picture(rig, "details", language);
            guest.touch("confirm");
            KioskRig.await(() -> guest.text("total").contains("€"));
            assertThat(guest.touches()).isLessThanOrEqualTo(4);
            picture(rig, "review", language);

            guest.touch("pay");
            guest.await("stop");
            picture(rig, "terminal", language);
            rig.atTerminal(Gesture.DECLINE);
            guest.await("retry");
            picture(rig, "declined", language);
            guest.touch("retry");
            rig.atTerminal(Gesture.APPROVE);
            guest.touch("pay");
            guest.await("qr");
            KioskRig.await(
                    () -> Files.exists(queue) && queue.toFile().list((dir, name) -> name.endsWith(".pdf")).length == 1);
            picture(rig, "ticket", language);
            assertThat(rig.approved()).hasSize(1);

            guest.touch("checkIn");
            guest.await("advice");
            picture(rig, "arriving", language);
            guest.touch("checkIn");
            guest.await("unit");
            picture(rig, "checked-in", language);
            assertThat(guest.text("unit")).matches("\\d+");
            guest.touch("done");
            guest.await("begin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void sellsTicketsForAPerformance(String language) throws Exception {
        try (KioskRig rig = new KioskRig(folder, language, Clock.systemUTC(), new SiteId("sit_theatre"))) {
            KioskRobot guest = new KioskRobot(rig.stage().getScene());
            guest.setUp(rig.code(), "4711", "");
            awaitPhotos(rig);
            picture(rig, "theatre-welcome", language);
            guest.touch("begin");
            guest.await("offer-res_theatrefado");
            awaitPhotos(rig);
            picture(rig, "theatre-offers", language);
            guest.touch("offer-res_theatrefado");
            guest.chooseTime();
            guest.await("take");
            guest.touch("moreRooms");
            picture(rig, "theatre-tickets", language);
            guest.touch("back");
            KioskRig.await(() -> rig.stage().getScene().getRoot().lookup(".time") != null);
            picture(rig, "theatre-times", language);
            guest.chooseTime();
            buy(guest);
            picture(rig, "theatre-review", language);
            guest.touch("pay");
            rig.atTerminal(Gesture.APPROVE);
            guest.await("qr");
            picture(rig, "theatre-ticket", language);
            assertThat(guest.sees("checkIn")).isFalse();
            assertThat(rig.approved()).hasSize(1);
        }
    }

    @Test
    void sellsAnAppointment() throws Exception {
        try (KioskRig rig = new KioskRig(folder, "de", Clock.systemUTC(), new SiteId("sit_clinic"))) {
            KioskRobot guest = new KioskRobot(rig.stage().getScene());
            guest.setUp(rig.code(), "4711", "");
            guest.touch("begin");
            guest.await("offer-res_clinicseixas");
            awaitPhotos(rig);
            picture(rig, "clinic-offers", "de");
            guest.touch("offer-res_clinicseixas");
            KioskRig.await(() -> rig.stage().getScene().getRoot().lookup(".time") != null);
            picture(rig, "clinic-times", "de");
            guest.chooseTime();
            guest.await("take");
            picture(rig, "clinic-appointment", "de");
            buy(guest);
            picture(rig, "clinic-review", "de");
            guest.touch("pay");
            rig.atTerminal(Gesture.APPROVE);
            guest.await("qr");
            assertThat(rig.approved()).hasSize(1);
        }
    }

    private static void awaitPhotos(KioskRig rig) {
        KioskRig.await(() -> rig.stage().getScene().getRoot().lookupAll(".photo-place").stream()
                .noneMatch(Node::isVisible));
    }

    private static void buy(KioskRobot guest) {
        guest.touch("take");
        guest.typeFast("firstName", "Ana");
        guest.typeFast("lastName", "Silva");
        guest.touch("confirm");
        KioskRig.await(() -> guest.text("total").contains("€"));
    }

    @Test
    void letsArrivingGuestsPayTheirBalanceByCodeAndScanTheirTicket() throws Exception {
        try (KioskRig rig = new KioskRig(folder, "en", Clock.systemUTC())) {
            KioskRobot guest = new KioskRobot(rig.stage().getScene());
            guest.setUp(rig.code(), "4711", "");
            Booking owing = rig.sellForLater("Müller-Lüdenscheidt");

            guest.touch("arrive");
            guest.typeFast("code", owing.confirmationCode());
            guest.typeFast("arrivalName", "Nobody");
            guest.touch("confirm");
            KioskRig.await(() -> guest.text("notice").startsWith("We do not find"));
            picture(rig, "arrival-unknown", "en");
            guest.touch("cancel");
            guest.touch("arrive");
            guest.typeFast("code", owing.confirmationCode());
            guest.typeFast("arrivalName", "Müller-Lüdenscheidt");
            guest.touch("confirm");
            guest.await("payBalance");
            picture(rig, "balance", "en");
            rig.atTerminal(Gesture.DROP);
            guest.touch("payBalance");
            guest.await("checkIn");
            assertThat(rig.approved()).hasSize(1);
            guest.touch("cancel");
            guest.await("begin");

            guest.scan(owing.bookingId().value());
            guest.touch("checkIn");
            guest.await("unit");
            assertThat(guest.text("unit")).matches("\\d+");
        }
    }

    @Test
    void startsByItselfAndForgetsAGuestWhoWentAway() throws Exception {
        MovingClock clock = new MovingClock();
        try (KioskRig rig = new KioskRig(folder, "de", clock)) {
            KioskRobot guest = new KioskRobot(rig.stage().getScene());
            guest.setUp(rig.code(), "4711", "");
            rig.restart("de");
            KioskRobot next = new KioskRobot(rig.stage().getScene());
            next.touch("begin");
            next.chooseRoom();
            next.touch("take");
            next.type("firstName", "Jörg");
            clock.pass(46);
            next.await("stay");
            picture(rig, "still-there", "de");
            next.touch("stay");
            KioskRig.await(() -> !next.sees("stay"));
            assertThat(next.text("firstName")).isEqualTo("Jörg");
            clock.pass(46);
            next.await("stay");
            clock.pass(15);
            next.await("begin");
            next.touch("begin");
            next.touch("otherDates");
            next.await("month");
            picture(rig, "dates", "de");
            next.touch("reach");
            picture(rig, "dates-reach", "de");
            next.touch("cancel");
            next.touch("staff");
            next.await("staffCode");
            picture(rig, "staff", "de");
            next.typeFast("staffCode", "4711");
            next.touch("confirm");
            next.await("end");
            picture(rig, "staff-open", "de");
            next.touch("cancel");

            rig.cutOff();
            next.await("offline");
            picture(rig, "offline", "de");
            assertThat(next.sees("begin")).isFalse();
        }
    }

    private static final class MovingClock extends Clock {

        private final AtomicLong ahead = new AtomicLong();

        void pass(int seconds) {
            ahead.addAndGet(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plusSeconds(ahead.get());
        }
    }

    @Test
    void closesWhenItIsRetiredAndForgetsEverythingWhenItIsLost() throws Exception {
        try (KioskRig rig = new KioskRig(folder, "en", Clock.systemUTC())) {
            KioskRobot guest = new KioskRobot(rig.stage().getScene());
            guest.setUp(rig.code(), "4711", "");
            assertThat(rig.folder().resolve("kiosk/store.key")).exists();
            rig.mark(DeviceStatus.RETIRED);
            KioskRig.await(() -> !guest.sees("begin") && guest.sees("staff"));
            rig.mark(DeviceStatus.IN_SERVICE);
            guest.await("begin");
            rig.mark(DeviceStatus.LOST);
            guest.await("enrolment");
            assertThat(rig.folder().resolve("kiosk/store.key")).doesNotExist();
            assertThat(rig.folder().resolve("kiosk/copy.mv.db")).doesNotExist();
        }
    }

    private static void picture(KioskRig rig, String name, String language) {
        Picture.save(rig.stage().getScene(), name + "-" + language);
        assertThat(Labels.clipped(rig.stage().getScene().getRoot())).as(name).isEmpty();
        WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Theme.CONTRAST.wear(rig.stage().getScene()));
        Picture.save(rig.stage().getScene(), name + "-" + language + "-contrast");
        WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Theme.LIGHT.wear(rig.stage().getScene()));
    }
}
