package dev.keyrack.client.sync;

import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.store.MutationStore;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a desk knows of a site: the server's records, with what was done here and not sent yet laid over them. Safe on
/// any thread; what it reads from disk it keeps in memory, and then reads only what is newer.
public final class SiteCopy {

    /// The scope of everything that is sold.
    public static final String CATALOG = "tenant:catalog";

    static final String BOOKING = "booking";

    private final Site site;
    private final LocalStore store;
    private final Clock clock;
    private final String account;
    private final Runnable recorded;
    private final KeptRecords<Resource> resources;
    private final KeptRecords<Unit> units;
    private final KeptRecords<Booking> bookings;

    /// @param account under which is done what is done here
    /// @param recorded is told after each mutation, on the caller's thread
    public SiteCopy(Site site, LocalStore store, Clock clock, String account, Runnable recorded) {
        this.site = site;
        this.store = store;
        this.clock = clock;
        this.account = account;
        this.recorded = recorded;
        resources = new KeptRecords<>(store, CATALOG, "resource", Resource.class);
        units = new KeptRecords<>(store, CATALOG, "unit", Unit.class);
        bookings = new KeptRecords<>(store, bookingsOf(site.id()), BOOKING, Booking.class);
    }

    /// How far a record and the server agree.
    public enum SyncState {
        SYNCED,
        /// Something done here is not confirmed yet.
        PENDING,
        /// The server refused something done here; a person decides.
        ATTENTION
    }

    /// A booking as it will be once everything done here is confirmed.
    public record Known(Booking booking, SyncState state) {}

    /// Something done here that the server refused.
    ///
    /// @param id to decide about it
    public record Refusal(String id, Mutation mutation, Problem problem, Instant at) {}

    /// The scope of a site's bookings.
    public static String bookingsOf(SiteId site) {
        return "prop:" + site.value() + ":ops";
    }

    /// The scope of a site's cells.
    public static String cellsOf(SiteId site) {
        return "prop:" + site.value() + ":avail";
    }

    public Site site() {
        return site;
    }

    /// What the site sells.
    public List<Resource> listResources() {
        return resources.list().stream()
                .filter(resource -> resource.site().id().equals(site.id()))
                .toList();
    }

    public List<Unit> listUnits() {
        Set<ResourceId> own = listResources().stream().map(Resource::id).collect(Collectors.toSet());
        return units.list().stream()
                .filter(unit -> own.contains(unit.resourceId()))
                .toList();
    }

    public Optional<Known> find(BookingId id) {
        return bookings.find(id.value()).map(booking -> new Overlay().lay(booking));
    }

    /// Every booking of the site in the copy.
    public List<Known> list() {
        return lay(bookings.list());
    }

    private static LocalStore.Period period(LocalDate from, LocalDate to) {
        return new LocalStore.Period(from.toString(), to.toString());
    }

    /// How many of a resource are kept at a moment for somebody who has not booked yet.
    ///
    /// @param grainStart local date and time of a night, at midnight
    public record Held(ResourceId resourceId, String grainStart, int held) {}

    /// What is kept for somebody on the days from `from` to `to`, `to` excluded.
    public List<Held> listHeld(LocalDate from, LocalDate to) {
        return store.listBetween(cellsOf(site.id()), "cell", Held.class, period(from, to)).stream()
                .filter(cell -> cell.held() > 0)
                .toList();
    }

    /// Bookings that touch the days from `from` to `to`, `to` excluded; at once, even if little was read until now.
    public List<Known> listBetween(LocalDate from, LocalDate to) {
        LocalStore.Period days = period(from, to);
        return lay(
                bookings.isRead()
                        ? bookings.list().stream()
                                .filter(booking -> booking.endDate().compareTo(days.from()) > 0
                                        && booking.startDate().compareTo(days.to()) < 0)
                                .toList()
                        : store.listBetween(bookingsOf(site.id()), BOOKING, Booking.class, days));
    }

    public List<Known> listOf(GuestId guest) {
        return lay(bookings.list().stream()
                .filter(booking -> booking.guestId().equals(guest))
                .toList());
    }

    /// Bookings in which every word is the beginning of a name, the code, the e-mail address or the unit, or a part of
    /// the telephone number; newest stays first.
    public List<Known> search(String words, int most) {
        List<String> wanted =
                Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).toList();
        return lay(bookings.list().stream()
                .filter(booking -> wanted.stream().allMatch(word -> matches(booking, word)))
                .sorted(Comparator.comparing(Booking::startDate).reversed())
                .limit(most)
                .toList());
    }

    private static boolean matches(Booking booking, String word) {
        var guest = booking.userDetails();
        String phone = guest.phone();
        return starts(guest.lastName(), word)
                || starts(guest.firstName(), word)
                || starts(booking.confirmationCode(), word)
                || starts(Objects.requireNonNullElse(guest.email(), ""), word)
                || starts(Objects.requireNonNullElse(booking.unitName(), ""), word)
                || (phone != null && word.length() > 2 && phone.contains(word));
    }

    private static boolean starts(String text, String word) {
        return text.regionMatches(true, 0, word, 0, word.length())
                || text.toLowerCase(Locale.ROOT).contains(" " + word);
    }

    /// Writes down what was done. When this returns it is on disk, and every list shows it.
    public void record(Mutation mutation) {
        store.mutations().add(account, UUID.randomUUID().toString(), mutation.bookingId(), mutation, clock.instant());
        recorded.run();
    }

    /// How much of what was done here waits to be sent.
    public int countPending() {
        return (int) mutations().stream().filter(each -> each.problem() == null).count();
    }

    /// Who else worked here and has to sign in again before all of it can be sent.
    public Set<String> listAwaited() {
        return mutations().stream()
                .filter(each -> each.problem() == null)
                .map(MutationStore.Recorded::author)
                .filter(author -> !author.isEmpty() && !author.equals(account))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What the server refused and nobody has decided about yet, oldest first.
    public List<Refusal> listRefused() {
        return mutations().stream()
                .flatMap(each -> Stream.ofNullable(each.problem())
                        .map(problem -> new Refusal(each.id(), each.mutation(), problem, each.at())))
                .toList();
    }

    /// Sends it again.
    public void retry(String mutationId) {
        store.mutations().retry(mutationId);
        recorded.run();
    }

    /// Gives it up: the server's state stands.
    public void drop(String mutationId) {
        store.mutations().drop(mutationId);
        recorded.run();
    }

    private List<MutationStore.Recorded<Mutation>> mutations() {
        return store.mutations().list(Mutation.class);
    }

    private List<Known> lay(Collection<Booking> base) {
        Overlay overlay = new Overlay();
        return base.stream().map(overlay::lay).toList();
    }

    /// What was done here, by booking.
    private final class Overlay {

        private final Map<BookingId, List<MutationStore.Recorded<Mutation>>> byBooking = new HashMap<>();

        Overlay() {
            for (MutationStore.Recorded<Mutation> each : mutations()) {
                byBooking
                        .computeIfAbsent(each.mutation().bookingId(), _ -> new ArrayList<>())
                        .add(each);
            }
        }

        /// What was refused is not shown as done.
        Known lay(Booking base) {
            Booking booking = base;
            SyncState state = SyncState.SYNCED;
            for (MutationStore.Recorded<Mutation> each : byBooking.getOrDefault(base.bookingId(), List.of())) {
                if (each.problem() != null) {
                    state = SyncState.ATTENTION;
                } else {
                    booking = MutationRule.apply(booking, each.mutation());
                    state = state == SyncState.ATTENTION ? state : SyncState.PENDING;
                }
            }
            return new Known(booking, state);
        }
    }
}
