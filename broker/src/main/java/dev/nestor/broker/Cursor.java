package dev.nestor.broker;

import dev.nestor.broker.Answer.MissingPartition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keys or records of a range in the order of their keys, from all partitions, fetched as they are wanted: memory is
 * bounded by a page of each server. What is written meanwhile may or may not be seen; what is there throughout is seen
 * once, also while leaders change. For one thread.
 */
public final class Cursor<T> {
    private final Pages pages;
    private final Function<Entry, T> form;
    private final Queue<Entry> fetched = new ArrayDeque<>();
    private final Map<Integer, MissingPartition> missing = new LinkedHashMap<>();
    private Optional<String> staleness = Optional.empty();
    private @Nullable Key from;

    Cursor(Pages pages, Key from, Function<Entry, T> form) {
        this.pages = pages;
        this.from = from;
        this.form = form;
    }

    /**
     * The next one, or null behind the last.
     *
     * @throws ClusterException if no server answers any more; the cursor may then be asked again
     */
    public @Nullable T next() throws ClusterException {
        while (fetched.isEmpty() && from != null) {
            Pages.Page page = pages.from(from);
            fetched.addAll(page.entries());
            from = page.next();
            staleness = staleness.or(page::staleness);
            page.missing().forEach(partition -> missing.put(partition.number(), partition));
        }
        Entry entry = fetched.poll();
        return entry == null ? null : form.apply(entry);
    }

    /** The partitions whose records are not among those that were returned so far. */
    public Collection<MissingPartition> missing() {
        return List.copyOf(missing.values());
    }

    /** Why some of what was returned so far may be older than the last acknowledged write; empty if none is. */
    public Optional<String> staleness() {
        return staleness;
    }
}
