package dev.keyrack.server.soak;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Looks for an order of what happened in which every answer was true: each step between its request and its answer,
/// one after the other, from a known beginning. If there is none, somebody was told what cannot be.
///
/// What the world is after a set of steps does not depend on their order, since the answers say what came of them. So a
/// set that led nowhere is not tried again, and the search stays short.
final class Linearization {

    private static final int MOST_SETS = 3_000_000;

    private final List<Deed> deeds;
    private final int[] done;
    private final Set<String> tried = new HashSet<>();
    private int deepest = -1;
    private String stuck = "";

    private Linearization(List<Deed> deeds) {
        this.deeds = deeds.stream()
                .filter(deed -> !deed.steps().isEmpty())
                .sorted(Comparator.comparingLong(Deed::answered))
                .toList();
        done = new int[this.deeds.size()];
    }

    /// What came out.
    ///
    /// @param end what the world is after all deeds; empty if there is no order in which they can have happened
    /// @param stuck where there is no order: the deeds that could not follow the longest one that was found
    record Verdict(Optional<World> end, String stuck) {}

    static Verdict judge(World beginning, List<Deed> deeds) {
        Linearization search = new Linearization(deeds);
        return new Verdict(search.from(beginning, 0), search.stuck);
    }

    private Optional<World> from(World world, int depth) {
        List<Integer> open =
                IntStream.range(0, done.length).filter(this::isOpen).boxed().toList();
        if (open.isEmpty()) {
            return Optional.of(world);
        }
        if (!tried.add(key())) {
            return Optional.empty();
        }
        if (tried.size() > MOST_SETS) {
            throw new IllegalStateException("too much happened at the same time to be judged");
        }
        // whatever is answered before another is asked comes first
        long first = deeds.get(open.getFirst()).answered();
        List<Integer> next =
                open.stream().filter(deed -> deeds.get(deed).asked() <= first).toList();
        if (depth > deepest) {
            deepest = depth;
            stuck = next.stream()
                    .map(deed -> deeds.get(deed).who() + " " + deeds.get(deed).what())
                    .collect(Collectors.joining("; "));
        }
        return tryEach(next, world, depth);
    }

    private Optional<World> tryEach(List<Integer> next, World world, int depth) {
        for (int deed : next) {
            World after = world.copy();
            if (deeds.get(deed).steps().get(done[deed]).test(after)) {
                done[deed]++;
                Optional<World> end = from(after, depth + 1);
                if (end.isPresent()) {
                    return end;
                }
                done[deed]--;
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(int deed) {
        return done[deed] < deeds.get(deed).steps().size();
    }

    private String key() {
        StringBuilder key = new StringBuilder(done.length);
        for (int steps : done) {
            key.append((char) steps);
        }
        return key.toString();
    }
}
