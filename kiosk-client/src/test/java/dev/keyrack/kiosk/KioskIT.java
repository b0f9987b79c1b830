package dev.keyrack.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.fx.Theme;
import dev.keyrack.fx.check.Labels;
import dev.keyrack.fx.check.Picture;
import dev.keyrack.terminal.Gesture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KioskIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en"})
    void sellsTonightsRoomInFourTouchesAndLetsTheGuestIn(String language) throws Exception {
        try (KioskRig rig = new KioskRig(folder, language, Clock.systemUTC())) {
            KioskRobot guest = new KioskRobot(rig.stage().getScene());
            guest.await("device");
            picture(rig, "set-up", language);
            Path queue = folder.resolve("queue");
            guest.setUp(rig.device(), "4711", queue.toString());
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

    private static void picture(KioskRig rig, String name, String language) {
        Picture.save(rig.stage().getScene(), name + "-" + language);
        assertThat(Labels.clipped(rig.stage().getScene().getRoot())).as(name).isEmpty();
        org.testfx.util.WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Theme.CONTRAST.wear(rig.stage().getScene()));
        Picture.save(rig.stage().getScene(), name + "-" + language + "-contrast");
        org.testfx.util.WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Theme.LIGHT.wear(rig.stage().getScene()));
    }
}
