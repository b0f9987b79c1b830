package dev.keyrack.showcase;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.stay.FindArrival;
import dev.keyrack.terminal.Gesture;
import dev.keyrack.terminal.TerminalSimulator;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A part of a day at a hotel: a walk-in sold at the desk, a stay sold at the kiosk, one guest who checks in alone and
/// one at the desk, a stay moved by dragging, and one cancelled with a refund. Then all of it is read back from the
/// server, and seen on the screen of the other program.
final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WALK_IN = "Walker";
    private static final String AT_KIOSK = "Touch";
    private static final String LATER = "Change";
    private static final int DAYS_LATER = 7;
    private static final int NEWS_SECONDS = 5;

    private final Stage stage;
    private final Path pictures;
    private final PrintStream out = System.out;
    private String step = "";

    /// @param desk who works at the desk
    /// @param kiosk the code that makes the kiosk a device
    record Stage(URI server, SignIn desk, String kiosk) {}

    Story(Stage stage, Path pictures) {
        this.stage = stage;
        this.pictures = pictures;
    }

    /// @return whether everything went as it should
    boolean play() throws IOException {
        empty(pictures.resolve("desk"));
        empty(pictures.resolve("kiosk"));
        try (DirectoryStream<Path> old = Files.newDirectoryStream(pictures, "*.png")) {
            for (Path each : old) {
                Files.delete(each);
            }
        }
        Path journal = pictures.resolve("terminal.journal");
        Files.deleteIfExists(journal);
        try (TerminalSimulator terminal = new TerminalSimulator(journal, 0);
                ServerApi api = new ServerApi(stage.server());
                Actor desk =
                        start(DeskActorMain.class, DeskActorMain.WIDTH + "x" + DeskActorMain.HEIGHT, "desk", terminal);
                Actor kiosk = start(KioskActorMain.class, "1080x1920", "kiosk", terminal)) {
            api.signIn(stage.desk());
            play(api, desk, kiosk, terminal);
            out.println("All of it was read back from the server, and seen on the other program's screen.");
            return true;
        } catch (RuntimeException | IOException e) {
            out.println("NOT AS TOLD, when " + step + ": " + e.getMessage());
            e.printStackTrace(out);
            return false;
        }
    }

    private static void empty(Path folder) throws IOException {
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

    private void play(ServerApi api, Actor desk, Actor kiosk, TerminalSimulator terminal) throws IOException {
        begin("the programs start");
        tell("The desk signs in: "
                + desk.ask("sign in", stage.desk().name(), stage.desk().password()) + " stays in view");
        tell("The kiosk is set up: " + kiosk.ask("set up", stage.kiosk()));

        begin("a walk-in is sold at the desk");
        terminal.gesture(Gesture.APPROVE);
        String walkIn = desk.ask("sell a walk-in", "Will", WALK_IN);
        Booking sold = await(api, walkIn, WALK_IN, booking -> booking.paymentStatus() == PaymentStatus.PAID);
        tell("A walk-in is sold at the desk by card: " + words(sold));

        begin("a stay is sold at the kiosk");
        tell("A guest at the kiosk chooses a room for " + kiosk.ask("choose a room", "Tina", AT_KIOSK));
        terminal.gesture(Gesture.APPROVE);
        String ticket = kiosk.ask("pay");
        Booking touched = await(api, ticket, AT_KIOSK, booking -> booking.paymentStatus() == PaymentStatus.PAID);
        tell("The kiosk sells it by card: " + words(touched));
        tell("The desk finds it by its code: " + desk.ask("look the kiosk's sale up", ticket));

        begin("guests check in");
        tell("The kiosk lets nobody in by a code alone: " + kiosk.ask("ask for another's booking", walkIn, AT_KIOSK));
        tell("The walk-in checks in at the kiosk, and is given room " + kiosk.ask("check in", walkIn, WALK_IN));
        tell("The kiosk's guest checks in at the desk: " + desk.ask("check in", ticket));

        begin("a stay is dragged to another room");
        LocalDate today = LocalDate.parse(sold.startDate());
        String tomorrow = today.plusDays(1).toString();
        DeskActorMain.Moved moved =
                ClientJson.read(desk.ask("drag a stay to another room", tomorrow), DeskActorMain.Moved.class);
        tell("The stay of " + moved.lastName() + " is dragged to room " + moved.unit() + ": " + moved.price());

        begin("a paid booking is cancelled");
        terminal.gesture(Gesture.APPROVE);
        String later = desk.ask(
                "sell a later stay", "Carla", LATER, today.plusDays(DAYS_LATER).toString());
        Booking paid = await(api, later, LATER, booking -> booking.paymentStatus() == PaymentStatus.PAID);
        tell("A stay next week is sold by card: " + words(paid));
        tell("It is cancelled: " + desk.ask("cancel", later));

        begin("everything is read back");
        readBack(api, desk, kiosk, List.of(walkIn, ticket, later), moved);
    }

    /// What the server says, and what is seen where it was not done.
    private void readBack(ServerApi api, Actor desk, Actor kiosk, List<String> codes, DeskActorMain.Moved moved)
            throws IOException {
        Booking in = await(api, codes.get(0), WALK_IN, booking -> booking.status() == BookingStatus.CHECKED_IN);
        seen("desk", in, desk.ask("look a booking up", codes.get(0), "22-desk-walk-in"), "In house", unitOf(in));

        Booking touched = await(api, codes.get(1), AT_KIOSK, booking -> booking.status() == BookingStatus.CHECKED_IN);
        seen(
                "kiosk",
                touched,
                kiosk.ask("find a booking", codes.get(1), AT_KIOSK, "23-kiosk-in-house"),
                "checked in already",
                unitOf(touched));

        Booking elsewhere = await(
                api, moved.code(), moved.lastName(), booking -> moved.unit().equals(booking.unitName()));
        seen(
                "kiosk",
                elsewhere,
                kiosk.ask("find a booking", moved.code(), moved.lastName(), "24-kiosk-moved"),
                elsewhere.resourceName().replaceFirst("^.* - ", "").replaceFirst(" \\(.\\)$", ""));

        Booking gone = await(api, codes.get(2), LATER, booking -> booking.paymentStatus() == PaymentStatus.REFUNDED);
        require(gone.status() == BookingStatus.CANCELLED, "the server says: " + words(gone));
        require(gone.paidAmount().signum() == 0, "the server keeps " + gone.paidAmount());
        seen("kiosk", gone, kiosk.ask("find a booking", codes.get(2), LATER, "25-kiosk-cancelled"), "cancelled");
    }

    private void seen(String where, Booking booking, String shown, String... expected) {
        tell("Server: " + words(booking));
        tell("  " + where + ": " + shown);
        for (String each : expected) {
            require(shown.contains(each), "the " + where + " does not show " + each + " but " + shown);
        }
    }

    private static String unitOf(Booking booking) {
        return Objects.requireNonNull(booking.unitName(), () -> "no room in " + booking);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnexpectedEndException(otherwise);
        }
    }

    private void begin(String now) {
        step = now;
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
                + booking.paymentStatus().name().toLowerCase(Locale.ROOT);
    }

    /// What the server says of a booking, once it is so: asked again whenever the site has news.
    private static Booking await(ServerApi api, String code, String lastName, Predicate<Booking> so) {
        Booking found = answered(api.bookings().findArrival(new FindArrival(code, lastName)));
        String cursor = answered(api.feed().snapshot(SiteCopy.bookingsOf(found.siteId()), null))
                .cursor();
        Booking last = answered(api.bookings().get(found.bookingId()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.test(last)) {
            require(System.nanoTime() < end, "the server says of " + code + ": " + last);
            cursor = answered(api.feed().changes(cursor, NEWS_SECONDS)).next();
            last = answered(api.bookings().get(last.bookingId()));
        }
        return last;
    }

    private static <T> T answered(ApiOutcome<T> outcome) {
        if (outcome instanceof ApiOutcome.Answered<T>(T answer)) {
            return answer;
        }
        throw new UnexpectedEndException("the server says: " + outcome);
    }

    private static final class UnexpectedEndException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedEndException(String message) {
            super(message);
        }
    }
}
