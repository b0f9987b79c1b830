package dev.keyrack.server.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// What clients saw: how long what succeeded took, and how often what was refused.
public final class Figures {

    private static final double NANOS_IN_MILLI = 1e6;
    private static final double NANOS_IN_SECOND = 1e9;

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final long began = System.nanoTime();
    private volatile long ended = began;

    /// @param took nanoseconds from question to answer
    public void succeeded(long took) {
        nanos.add(took);
    }

    /// @param how a word or two: each is counted apart
    public void refused(String how) {
        refusals.computeIfAbsent(how, _ -> new LongAdder()).increment();
    }

    /// Says that no more will come: rates are counted from the beginning until now.
    public Figures end() {
        ended = System.nanoTime();
        return this;
    }

    public int count() {
        return nanos.size();
    }

    public Map<String, Long> refusals() {
        Map<String, Long> counted = new TreeMap<>();
        refusals.forEach((how, count) -> counted.put(how, count.sum()));
        return counted;
    }

    /// The time from beginning to end.
    public double seconds() {
        return (ended - began) / NANOS_IN_SECOND;
    }

    public double perSecond() {
        return count() / seconds();
    }

    /// How long what succeeded took.
    ///
    /// @param share 0.5 for the median
    public double millis(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / NANOS_IN_MILLI;
    }
}
