package dev.keyrack.server.audit;

import dev.keyrack.contract.value.UserId;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts what is done again and again until it is written down, so that a flood of refusals is a few rows. Bounded:
/// beyond so many different acts the rest is only counted.
final class Tally {

    private static final int MOST_KINDS = 500;

    private Map<Counted, Integer> counts = new LinkedHashMap<>();

    /// One kind of act.
    record Counted(UserId actor, Act act) {}

    synchronized void add(UserId actor, Act act, int times) {
        Counted counted = new Counted(actor, act.times(1));
        boolean known = counts.containsKey(counted) || counts.size() < MOST_KINDS;
        counts.merge(known ? counted : rest(act), times, Tally::plus);
    }

    /// Of an action only.
    private static Counted rest(Act act) {
        return new Counted(AuditLog.MANY, Act.of(act.action(), AuditLog.MANY.value(), "various"));
    }

    private static int plus(int some, int more) {
        return (int) Math.min(Integer.MAX_VALUE, (long) some + more);
    }

    /// All that was counted since the last time.
    synchronized Map<Counted, Integer> take() {
        Map<Counted, Integer> taken = counts;
        counts = new LinkedHashMap<>();
        return taken;
    }

    /// What could not be written is counted again.
    void putBack(Map<Counted, Integer> taken) {
        taken.forEach((counted, times) -> add(counted.actor(), counted.act(), times));
    }
}
