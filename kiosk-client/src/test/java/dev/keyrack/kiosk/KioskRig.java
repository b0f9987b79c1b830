package dev.keyrack.kiosk;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.device.ChangeDevice;
import dev.keyrack.contract.device.DeviceStatus;
import dev.keyrack.contract.device.EnrolmentCode;
import dev.keyrack.contract.device.NewDevice;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.rig.HotelServer;
import dev.keyrack.terminal.Gesture;
import dev.keyrack.terminal.TerminalSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A server with real bookings around today, a card terminal, and the kiosk's program before them, in one JVM.
public final class KioskRig implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final ServerAssembly server;
    private final EnrolmentCode device;
    private final SignIn administrator;
    private final TerminalSimulator terminal;
    private final Clock clock;
    private final Stage stage;
    private KioskAssembly app;
    private boolean running = true;

    public KioskRig(Path folder, String language, Clock clock) throws IOException, TimeoutException {
        this(folder, language, clock, new SiteId("sit_city"));
    }

    /// @param site what the kiosk sells
    public KioskRig(Path folder, String language, Clock clock, SiteId site) throws IOException, TimeoutException {
        this.folder = folder;
        this.clock = clock;
        HotelServer hotels = HotelServer.open(folder.resolve("server"), Clock.systemUTC(), 1);
        server = hotels.server();
        administrator = hotels.administrator();
        device = server.devices().create(Caller.SYSTEM, new NewDevice("Lobby", site));
        terminal = new TerminalSimulator(folder.resolve("terminal.journal"), 0);
        stage = FxToolkit.registerPrimaryStage();
        app = start(language);
    }

    private KioskAssembly start(String language) {
        LaunchOptions options = LaunchOptions.of(List.of(
                "--server=" + server.uri(),
                "--folder=" + folder.resolve("kiosk"),
                "--terminal=" + terminal.address(),
                "--language=" + language));
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            KioskAssembly started = new KioskAssembly(options, clock);
            started.show(stage);
            return started;
        });
    }

    private void end() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            stage.hide();
            app.stop();
        });
    }

    /// Ends the program and starts it again in the same folder.
    public void restart(String language) {
        end();
        app = start(language);
    }

    /// What makes the kiosk a device.
    public String code() {
        return device.code();
    }

    /// What the desk does with the device.
    public void mark(DeviceStatus status) {
        try (ServerApi desk = new ServerApi(server.uri())) {
            desk.signIn(administrator);
            answered(desk.devices().change(device.device().userId(), new ChangeDevice("Lobby", status)));
        }
    }

    public ServerAssembly server() {
        return server;
    }

    public Stage stage() {
        return stage;
    }

    public Path folder() {
        return folder;
    }

    /// A stay from today on that is to be paid on arrival, sold at the desk.
    public Booking sellForLater(String lastName) {
        try (ServerApi desk = new ServerApi(server.uri())) {
            desk.signIn(administrator);
            LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
            var request = new CreateBooking(
                    new ResourceId("res_citya"),
                    today.toString(),
                    today.plusDays(2).toString(),
                    Quantity.ONE,
                    new UserDetails("Karl-Heinz", lastName, null, null),
                    CreateBooking.PaymentMethod.PAY_ON_ARRIVAL,
                    null,
                    null,
                    2,
                    null,
                    null,
                    null);
            BookingId sold = answered(
                            desk.bookings().create(request, UUID.randomUUID().toString()))
                    .bookingId();
            return answered(desk.bookings().get(sold));
        }
    }

    private static <T> T answered(ApiOutcome<T> outcome) {
        if (outcome instanceof ApiOutcome.Answered<T>(T value)) {
            return value;
        }
        throw new AssertionError(outcome.toString());
    }

    /// Stops the server for good.
    public void cutOff() {
        server.close();
        running = false;
    }

    /// What the guest does at the terminal at the next payment.
    public void atTerminal(Gesture gesture) {
        terminal.gesture(gesture);
    }

    /// The payments whose money moved.
    public List<String> approved() {
        return terminal.listApproved();
    }

    /// Waits until it holds.
    public static void await(Callable<Boolean> truth) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(truth).get());
        } catch (TimeoutException e) {
            throw new AssertionError("That did not happen within " + PATIENCE_SECONDS + " seconds", e);
        }
    }

    @Override
    public void close() {
        end();
        terminal.close();
        if (running) {
            server.close();
        }
    }
}
