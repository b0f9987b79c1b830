package dev.keyrack.server.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a server that does one thing after the other would have: the model against which a history is judged. Each step
/// says whether it could have been answered so at this moment, and if it could, it happens.
final class World {

    static final Duration HOLD = Duration.ofMinutes(1);

    private Instant now;
    private final Map<Place, Integer> taken = new HashMap<>();
    private final Map<Place, Integer> capacities = new HashMap<>();
    private final Map<Place, String> units = new HashMap<>();
    private final Map<String, Kept> holds = new TreeMap<>();
    private final Map<String, Promise> bookings = new TreeMap<>();

    World(Instant now) {
        this.now = now;
    }

    private World(World other) {
        now = other.now;
        taken.putAll(other.taken);
        capacities.putAll(other.capacities);
        units.putAll(other.units);
        holds.putAll(other.holds);
        bookings.putAll(other.bookings);
    }

    World copy() {
        return new World(this);
    }

    /// How far a hold has come.
    enum Stage {
        ACTIVE,
        /// A payment for it is under way.
        PAYING,
        CONFIRMED,
        RELEASED,
        EXPIRED
    }

    /// A hold.
    record Kept(Want want, Stage stage, Instant ends, boolean extended) {

        Kept at(Stage next) {
            return new Kept(want, next, ends, extended);
        }
    }

    /// A booking.
    ///
    /// @param revision the newest that anybody was told
    /// @param pending whether a change waits for its payment
    record Promise(Want want, boolean cancelled, boolean pending, long revision) {}

    Map<String, Kept> holds() {
        return holds;
    }

    Map<String, Promise> bookings() {
        return bookings;
    }

    int taken(Place cell) {
        return taken.getOrDefault(cell, 0);
    }

    int capacity(Place cell) {
        return capacities.getOrDefault(cell, 0);
    }

    /// Forgets what has ended.
    void prune() {
        holds.values().removeIf(hold -> hold.stage() != Stage.ACTIVE);
        bookings.values().removeIf(Promise::cancelled);
    }

    boolean advance(Instant to) {
        now = to;
        return true;
    }

    private boolean isFree(Want want) {
        return want.cells().stream().allMatch(cell -> taken(cell) + want.quantity() <= capacity(cell));
    }

    private boolean isUnitFree(Want want, String owner) {
        return want.unitPlaces()
                .allMatch(place -> units.getOrDefault(place, owner).equals(owner));
    }

    private void add(Want want, int sign) {
        want.cells().forEach(cell -> taken.merge(cell, sign * want.quantity(), Integer::sum));
    }

    private boolean take(Want want, String owner) {
        if (!isFree(want) || !isUnitFree(want, owner)) {
            return false;
        }
        add(want, 1);
        want.unitPlaces().forEach(place -> units.put(place, owner));
        return true;
    }

    private void give(Want want, String owner) {
        add(want, -1);
        units.values().removeIf(owner::equals);
    }

    boolean hold(String id, Want want, Instant ends) {
        return ends.equals(now.plus(HOLD)) && take(want, id) && put(id, new Kept(want, Stage.ACTIVE, ends, false));
    }

    private boolean put(String id, Kept hold) {
        holds.put(id, hold);
        return true;
    }

    /// Somebody was told that too few are left.
    boolean refuseAsSoldOut(Want want) {
        return !isFree(want);
    }

    boolean refuseAsUnitTaken(Want want) {
        return !isUnitFree(want, "");
    }

    private boolean move(String id, Stage from, UnaryOperator<Kept> change) {
        Kept hold = holds.get(id);
        return hold != null && hold.stage() == from && put(id, change.apply(hold));
    }

    private boolean isAlive(String id) {
        Kept hold = holds.get(id);
        return hold != null && hold.stage() == Stage.ACTIVE && hold.ends().isAfter(now);
    }

    boolean extend(String id, Instant ends) {
        Kept hold = holds.get(id);
        return hold != null
                && isAlive(id)
                && !hold.extended()
                && hold.ends().plus(HOLD).equals(ends)
                && put(id, new Kept(hold.want(), Stage.ACTIVE, ends, true));
    }

    boolean refuseToExtendTwice(String id) {
        return isAlive(id) && Objects.requireNonNull(holds.get(id)).extended();
    }

    boolean refuseAsEnded(String id) {
        Kept hold = holds.get(id);
        return hold == null || (hold.stage() != Stage.PAYING && !isAlive(id));
    }

    boolean refuseAsPaying(String id) {
        Kept hold = holds.get(id);
        return hold != null && hold.stage() == Stage.PAYING;
    }

    private boolean end(String id, Stage stage) {
        Kept hold = holds.get(id);
        if (hold == null || !move(id, Stage.ACTIVE, kept -> kept.at(stage))) {
            return false;
        }
        give(hold.want(), id);
        return true;
    }

    boolean release(String id) {
        return isAlive(id) && end(id, Stage.RELEASED);
    }

    boolean expire(String id) {
        return !isAlive(id) && end(id, Stage.EXPIRED);
    }

    boolean pay(String id) {
        return isAlive(id) && move(id, Stage.ACTIVE, hold -> hold.at(Stage.PAYING));
    }

    /// A hold becomes a booking: all that it kept passes to it.
    boolean confirm(String id, Stage from, String booking) {
        Kept hold = holds.get(id);
        if (hold == null
                || (from == Stage.ACTIVE && !isAlive(id))
                || !move(id, from, kept -> kept.at(Stage.CONFIRMED))) {
            return false;
        }
        units.replaceAll((_, owner) -> owner.equals(id) ? booking : owner);
        bookings.put(booking, new Promise(hold.want(), false, false, 0));
        return true;
    }

    boolean book(String id, Want want) {
        if (!take(want, id)) {
            return false;
        }
        bookings.put(id, new Promise(want, false, false, 0));
        return true;
    }

    /// Takes something for a payment that will be declined.
    boolean takeInVain(String id, Want want) {
        return take(want, id);
    }

    boolean giveBack(String id, Want want) {
        give(want, id);
        return true;
    }

    private boolean stands(String id) {
        Promise booking = bookings.get(id);
        return booking != null && !booking.cancelled() && !booking.pending();
    }

    boolean cancel(String id) {
        if (!stands(id)) {
            return false;
        }
        Promise booking = Objects.requireNonNull(bookings.get(id));
        give(booking.want(), id);
        bookings.put(id, new Promise(booking.want(), true, false, booking.revision()));
        return true;
    }

    boolean refuseAsNotStanding(String id) {
        return !stands(id);
    }

    /// The stay of a booking, if a change that names this revision could begin now.
    private boolean isChangeable(String id, long revision) {
        return stands(id) && Objects.requireNonNull(bookings.get(id)).revision() <= revision;
    }

    /// What a booking would take that it has not.
    private Map<Place, Integer> more(Promise booking, Want wanted) {
        Map<Place, Integer> more = new HashMap<>();
        wanted.cells().forEach(cell -> more.merge(cell, wanted.quantity(), Integer::sum));
        booking.want().cells().forEach(cell -> more.merge(cell, -booking.want().quantity(), Integer::sum));
        return more;
    }

    private boolean hasRoom(Promise booking, Want wanted) {
        return more(booking, wanted).entrySet().stream()
                .allMatch(add -> add.getValue() <= 0 || taken(add.getKey()) + add.getValue() <= capacity(add.getKey()));
    }

    /// @param asked what was asked for, of what the booking was
    /// @param told what the answer says that it is
    /// @param seen the revision that was named
    /// @param revision the one of the answer
    boolean change(String id, UnaryOperator<Want> asked, Want told, long seen, long revision) {
        if (!isChangeable(id, seen) || revision <= seen) {
            return false;
        }
        Promise booking = Objects.requireNonNull(bookings.get(id));
        Want wanted = asked.apply(booking.want());
        if (!wanted.equals(told) || !hasRoom(booking, wanted) || !isUnitFree(wanted, id)) {
            return false;
        }
        give(booking.want(), id);
        add(wanted, 1);
        wanted.unitPlaces().forEach(place -> units.put(place, id));
        bookings.put(id, new Promise(wanted, false, false, revision));
        return true;
    }

    /// The first half of a change that is paid: what is needed more is taken, what was promised stands.
    boolean beginChange(String id, UnaryOperator<Want> asked, long seen) {
        if (!isChangeable(id, seen)) {
            return false;
        }
        Promise booking = Objects.requireNonNull(bookings.get(id));
        Want wanted = asked.apply(booking.want());
        if (!hasRoom(booking, wanted) || !isUnitFree(wanted, id)) {
            return false;
        }
        more(booking, wanted).forEach((cell, count) -> taken.merge(cell, Math.max(0, count), Integer::sum));
        wanted.unitPlaces().forEach(place -> units.put(place, id));
        bookings.put(id, new Promise(booking.want(), false, true, booking.revision()));
        return true;
    }

    /// The second half: what is needed no more goes back.
    boolean completeChange(String id, UnaryOperator<Want> asked, Want told, long revision) {
        Promise booking = bookings.get(id);
        if (booking == null
                || !booking.pending()
                || !asked.apply(booking.want()).equals(told)) {
            return false;
        }
        more(booking, told).forEach((cell, count) -> taken.merge(cell, Math.min(0, count), Integer::sum));
        units.values().removeIf(id::equals);
        told.unitPlaces().forEach(place -> units.put(place, id));
        bookings.put(id, new Promise(told, false, false, revision));
        return true;
    }

    boolean refuseChangeAsSoldOut(String id, UnaryOperator<Want> asked, long seen) {
        return isChangeable(id, seen) && judge(id, asked, (booking, wanted) -> !hasRoom(booking, wanted));
    }

    boolean refuseChangeAsUnitTaken(String id, UnaryOperator<Want> asked, long seen) {
        return isChangeable(id, seen) && judge(id, asked, (_, wanted) -> !isUnitFree(wanted, id));
    }

    private boolean judge(String id, UnaryOperator<Want> asked, BiPredicate<Promise, Want> judgement) {
        Promise booking = Objects.requireNonNull(bookings.get(id));
        return judgement.test(booking, asked.apply(booking.want()));
    }

    boolean setCapacity(List<Place> cells, int capacity) {
        if (cells.stream().anyMatch(cell -> taken(cell) > capacity)) {
            return false;
        }
        cells.forEach(cell -> capacities.put(cell, capacity));
        return true;
    }

    boolean refuseCapacity(List<Place> cells, int capacity) {
        return cells.stream().anyMatch(cell -> taken(cell) > capacity);
    }

    /// All that is there, each as a line of text.
    Stream<String> lines() {
        Stream<String> kept =
                holds.entrySet().stream().map(hold -> "           " + hold.getKey() + ": " + hold.getValue());
        Stream<String> promised = bookings.entrySet().stream()
                .map(booking -> "           " + booking.getKey() + ": " + booking.getValue());
        return Stream.concat(Stream.of("At the beginning, at " + now + ":"), Stream.concat(kept, promised));
    }
}
