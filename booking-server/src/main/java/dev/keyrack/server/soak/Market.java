package dev.keyrack.server.soak;

import dev.keyrack.contract.value.Grain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Some resources between which bookings move, what was done to them in this round, and what the model has of them.
/// What
/// happens in one market cannot touch another.
final class Market {

    private final List<Offer> offers;
    private final Collection<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final Map<String, Want> holds = new ConcurrentHashMap<>();
    private final Set<String> bookings = ConcurrentHashMap.newKeySet();
    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    private World world;

    Market(World world, Offer... offers) {
        this.world = world;
        this.offers = List.of(offers);
        this.offers.forEach(offer -> world.setCapacity(offer.cells(), offer.capacity()));
    }

    List<Offer> offers() {
        return offers;
    }

    World world() {
        return world;
    }

    Offer offer(String resource) {
        return offers.stream()
                .filter(offer -> offer.resource().equals(resource))
                .findFirst()
                .orElseThrow(() -> new SoakException("an answer names " + resource + ", which nobody asked for"));
    }

    Offer anyOffer(Random random) {
        return any(offers, random).orElseThrow();
    }

    /// Something that can be had, if it is free.
    Want anyWant(Random random) {
        Offer offer = anyOffer(random);
        return anyPeriod(offer, random).of(1 + random.nextInt(offer.most())).in(anyUnit(offer, random));
    }

    Want anyPeriod(Offer offer, Random random) {
        int first = random.nextInt(offer.grains());
        boolean one = offer.grain() == Grain.OCCURRENCE;
        int most = one ? 1 : Math.min(3, offer.grains() - first);
        return offer.want(first, 1 + random.nextInt(most), 1);
    }

    /// Every other time a unit, where there are any.
    private static String anyUnit(Offer offer, Random random) {
        return random.nextBoolean() ? any(offer.units(), random).orElse("") : "";
    }

    static <T> Optional<T> any(List<T> all, Random random) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    void record(Deed deed) {
        deeds.add(deed);
    }

    /// Adds up how often each kind of request was answered how.
    void count(Map<String, Integer> answers) {
        deeds.stream()
                .filter(deed -> !deed.who().equals("clock"))
                .forEach(deed -> answers.merge(deed.kind(), 1, Integer::sum));
    }

    void held(String id, Want want) {
        holds.put(id, want);
    }

    /// @param byCard whether payments for it may be under way, of which nobody is told
    void booked(String id, boolean byCard) {
        bookings.add(id);
        if (byCard) {
            paid.add(id);
        }
    }

    boolean isPaid(String booking) {
        return paid.contains(booking);
    }

    Map<String, Want> holds() {
        return holds;
    }

    List<String> bookings() {
        return bookings.stream().sorted().toList();
    }

    /// Judges the round, and makes what came of it the beginning of the next.
    ///
    /// @throws SoakException if there is no order in which all answers were true
    void judge() {
        Linearization.Verdict verdict = Linearization.judge(world, List.copyOf(deeds));
        world = verdict.end()
                .orElseThrow(() -> new SoakException("These answers cannot all be true; none of these can follow the"
                        + " longest order that was found: " + verdict.stuck() + "\n" + history()));
    }

    /// What was done in this round, by the time of its request.
    String history() {
        List<Deed> sorted = new ArrayList<>(deeds);
        sorted.sort(Comparator.comparingLong(Deed::asked));
        long beginning = sorted.isEmpty() ? 0 : sorted.getFirst().asked();
        return Stream.concat(world.lines(), sorted.stream().map(deed -> deed.line(beginning)))
                .collect(Collectors.joining("\n"));
    }

    /// Forgets what has ended.
    void endRound() {
        deeds.clear();
        world.prune();
        holds.keySet().retainAll(world.holds().keySet());
        bookings.retainAll(world.bookings().keySet());
        paid.retainAll(bookings);
    }
}
