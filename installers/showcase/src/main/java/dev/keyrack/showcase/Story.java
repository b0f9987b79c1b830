package dev.keyrack.showcase;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.stay.FindArrival;
import dev.keyrack.terminal.Gesture;
import dev.keyrack.terminal.TerminalSimulator;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A part of a day at a hotel: a walk-in sold at the desk, a stay sold at the kiosk, a guest who checks in by himself,
/// one
/// who is checked in, one moved by dragging, one cancelled with a refund. Each is read back from the server, and seen
/// on
/// the other program's screen.
final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WALK_IN = "Walker";
    private static final String AT_KIOSK = "Touch";

    private final Stage stage;
    private final Path pictures;
    private final PrintStream out = System.out;

    /// @param desk who works at the desk
    /// @param kiosk the kiosk's own account
    record Stage(URI server, SignIn desk, SignIn kiosk) {}

    Story(Stage stage, Path pictures) {
        this.stage = stage;
        this.pictures = pictures;
    }

    /// @return whether everything went as it should
    boolean play() throws IOException, InterruptedException {
        empty("desk");
        empty("kiosk");
        Path journal = pictures.resolve("terminal.journal");
        Files.deleteIfExists(journal);
        try (TerminalSimulator terminal = new TerminalSimulator(journal, 0);
                ServerApi api = new ServerApi(stage.server());
                Actor desk = start(DeskActorMain.class, "1280x720", "desk", terminal);
                Actor kiosk = start(KioskActorMain.class, "1080x1920", "kiosk", terminal)) {
            api.signIn(stage.desk());
            play(api, desk, kiosk, terminal);
            out.println("All of it was read back from the server.");
            return true;
        } catch (UnexpectedEndException | IOException e) {
            out.println("NOT AS TOLD: " + e.getMessage());
            return false;
        }
    }

    private void empty(String program) throws IOException {
        Path folder = pictures.resolve(program);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Actor start(Class<?> main, String screen, String program, TerminalSimulator terminal) throws IOException {
        return Actor.start(
                main,
                screen,
                pictures,
                List.of(
                        "--server=" + stage.server(),
                        "--folder=" + pictures.resolve(program),
                        "--terminal=" + terminal.address(),
                        "--language=en"));
    }

    private void play(ServerApi api, Actor desk, Actor kiosk, TerminalSimulator terminal)
            throws IOException, InterruptedException {
        tell("The desk signs in: "
                + desk.ask("sign in", stage.desk().name(), stage.desk().password()) + " stays in view");
        tell("The kiosk is set up; from "
                + kiosk.ask("set up", stage.kiosk().name(), stage.kiosk().password()));

        terminal.gesture(Gesture.APPROVE);
        String walkIn = desk.ask("sell a walk-in", "Will", WALK_IN);
        Booking sold = await(api, walkIn, WALK_IN, booking -> booking.paymentStatus() == PaymentStatus.PAID);
        tell("A walk-in is sold at the desk by card: " + words(sold));

        tell("A guest at the kiosk chooses a room for " + kiosk.ask("choose a room", "Tina", AT_KIOSK));
        terminal.gesture(Gesture.APPROVE);
        String ticket = kiosk.ask("pay");
        Booking touched = await(api, ticket, AT_KIOSK, booking -> booking.paymentStatus() == PaymentStatus.PAID);
        tell("The kiosk sells it by card: " + words(touched));
    }

    private void tell(String line) {
        out.println("  " + line);
        out.flush();
    }

    private static String words(Booking booking) {
        return booking.userDetails().lastName() + ", " + booking.resourceName() + ", "
                + (booking.unitName() == null ? "no room yet" : "room " + booking.unitName()) + ", "
                + booking.startDate() + " to " + booking.endDate() + ", " + booking.totalPrice() + " "
                + booking.currency() + ", " + booking.status().toWord().replace('_', ' ') + ", "
                + booking.paymentStatus().name().toLowerCase(java.util.Locale.ROOT);
    }

    /// What the server says of a booking, once it is so.
    private static Booking await(ServerApi api, String code, String lastName, Predicate<Booking> so)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ApiOutcome<Booking> last = api.bookings().findArrival(new FindArrival(code, lastName));
        while (System.nanoTime() < end) {
            if (last instanceof ApiOutcome.Answered<Booking>(Booking booking) && so.test(booking)) {
                return booking;
            }
            Thread.sleep(500);
            if (last instanceof ApiOutcome.Answered<Booking>(Booking booking)) {
                last = api.bookings().get(booking.bookingId());
            } else {
                last = api.bookings().findArrival(new FindArrival(code, lastName));
            }
        }
        throw new UnexpectedEndException("the server says of " + code + ": " + last);
    }

    private static final class UnexpectedEndException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedEndException(String message) {
            super(message);
        }
    }
}
