package dev.keyrack.desktop.palette;

import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.desktop.palette.PaletteViewModel.Command;
import dev.keyrack.desktop.palette.PaletteViewModel.Ways;
import dev.keyrack.desktop.wording.BookingWords;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Looks everything up that words may mean: bookings first if it is their code, then a day, actions, rooms, guests and
/// bookings.
final class PaletteSearch {

    private static final int MOST_OF_A_KIND = 4;
    private static final int MOST_BOOKINGS = 8;

    private final Messages messages;
    private final Clock clock;
    private final Ways ways;
    private final BookingWords words;
    private final Dates dates;

    PaletteSearch(Messages messages, Clock clock, Ways ways) {
        this.messages = messages;
        this.clock = clock;
        this.ways = ways;
        this.words = new BookingWords(messages);
        this.dates = new Dates(messages.locale());
    }

    private record Scored<T>(T thing, int score) {}

    List<PaletteEntry> find(SiteCopy copy, String typed, List<Command> commands) {
        if (typed.isBlank()) {
            return commands.stream().map(this::entry).toList();
        }
        ZoneId zone = copy.site().timeZone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        List<Booking> bookings = best(
                        copy.list().stream().map(SiteCopy.Known::booking).toList(),
                        booking -> MatchRule.score(typed, wordsOf(booking)))
                .sorted(Comparator.comparingInt((Scored<Booking> each) -> -each.score())
                        .thenComparingLong(each -> distance(each.thing(), today, zone)))
                .map(Scored::thing)
                .limit(MOST_BOOKINGS)
                .toList();
        Predicate<Booking> isMeant = booking -> booking.confirmationCode().equalsIgnoreCase(typed.strip());
        var found = new ArrayList<PaletteEntry>();
        bookings.stream().filter(isMeant).forEach(booking -> found.add(entry(booking, zone)));
        day(typed, today).ifPresent(found::add);
        found.addAll(top(commands, command -> MatchRule.score(typed, command.title())).stream()
                .map(this::entry)
                .toList());
        found.addAll(top(copy.listUnits(), unit -> MatchRule.score(typed, unit.name())).stream()
                .map(unit -> room(copy, unit, today))
                .toList());
        found.addAll(guests(bookings));
        bookings.stream().filter(isMeant.negate()).forEach(booking -> found.add(entry(booking, zone)));
        return found;
    }

    private static String wordsOf(Booking booking) {
        return BookingWords.name(booking.userDetails()) + " " + booking.confirmationCode() + " "
                + String.join(
                        " ",
                        Stream.of(booking.unitName(), booking.userDetails().email())
                                .filter(each -> each != null)
                                .toList());
    }

    private static <T> Stream<Scored<T>> best(List<T> all, ToIntFunction<T> score) {
        return all.stream()
                .map(each -> new Scored<>(each, score.applyAsInt(each)))
                .filter(each -> each.score() > 0);
    }

    private static <T> List<T> top(List<T> all, ToIntFunction<T> score) {
        return best(all, score)
                .sorted(Comparator.comparingInt((Scored<T> each) -> -each.score()))
                .map(Scored::thing)
                .limit(MOST_OF_A_KIND)
                .toList();
    }

    private static long distance(Booking booking, LocalDate today, ZoneId zone) {
        LocalDate first = BookingWords.first(booking, zone);
        LocalDate last = BookingWords.last(booking, zone);
        if (first.isAfter(today)) {
            return ChronoUnit.DAYS.between(today, first);
        }
        return last.isBefore(today) ? ChronoUnit.DAYS.between(last, today) : 0;
    }

    private Optional<PaletteEntry> day(String typed, LocalDate today) {
        List<String> names = List.of("today", "tomorrow", "yesterday", "heute", "morgen", "gestern");
        return new DateRule(today, Messages.LANGUAGES)
                .find(typed, names)
                .map(date -> new PaletteEntry(
                        "fth-calendar",
                        dates.longDay(date),
                        messages.text("palette.day.board"),
                        messages.text("palette.kind.day"),
                        () -> ways.day().accept(date)));
    }

    private PaletteEntry entry(Command command) {
        return new PaletteEntry(
                command.icon(), command.title(), "", messages.text("palette.kind.action"), command.run());
    }

    /// A room opens the stay that is in it; one that nobody is in opens the board.
    private PaletteEntry room(SiteCopy copy, Unit unit, LocalDate today) {
        Optional<Booking> inside = copy.listBetween(today, today.plusDays(1)).stream()
                .map(SiteCopy.Known::booking)
                .filter(booking -> unit.id().equals(booking.unitId()) && takesRoom(booking.status()))
                .findFirst();
        return new PaletteEntry(
                "fth-key",
                unit.name(),
                inside.map(booking -> messages.text(
                                "palette.room.taken",
                                BookingWords.name(booking.userDetails()),
                                dates.day(BookingWords.last(booking, copy.site().timeZone()))))
                        .orElse(messages.text("palette.room.free")),
                messages.text("palette.kind.room"),
                () -> inside.ifPresentOrElse(ways.booking(), () -> ways.day().accept(today)));
    }

    private static boolean takesRoom(BookingStatus status) {
        return switch (status) {
            case REQUESTED, CONFIRMED, CHECKED_IN -> true;
            case COMPLETED, CANCELLED, DECLINED, NO_SHOW, UNKNOWN -> false;
        };
    }

    private List<PaletteEntry> guests(List<Booking> bookings) {
        List<GuestId> known = bookings.stream()
                .map(Booking::guestId)
                .distinct()
                .limit(MOST_OF_A_KIND)
                .toList();
        return known.stream()
                .flatMap(guest -> bookings.stream()
                        .filter(booking -> booking.guestId().equals(guest))
                        .limit(1))
                .map(this::guest)
                .toList();
    }

    private PaletteEntry guest(Booking booking) {
        String name = BookingWords.name(booking.userDetails());
        return new PaletteEntry(
                "fth-user",
                name,
                words.reach(booking.userDetails()),
                messages.text("palette.kind.guest"),
                () -> ways.guest().accept(booking.guestId(), name));
    }

    private PaletteEntry entry(Booking booking, ZoneId zone) {
        return new PaletteEntry(
                "fth-bookmark",
                BookingWords.name(booking.userDetails()) + " · " + booking.confirmationCode(),
                words.stay(booking, zone) + " · " + words.room(booking) + " · " + words.status(booking.status()),
                messages.text("palette.kind.booking"),
                () -> ways.booking().accept(booking));
    }
}
