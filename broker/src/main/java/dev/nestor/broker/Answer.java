package dev.nestor.broker;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the cluster said, and how far it can be relied on.
 *
 * @param value what was asked for; for raw commands the {@link dev.nestor.protocol.Reply} itself, errors included
 * @param servers who answered
 * @param staleness why the value may be older than the last acknowledged write; empty for a current one
 * @param missing partitions that nobody could speak for; what they hold is not in the value
 * @param repeated whether an earlier attempt of this write may have taken effect, so that a count in the value may be
 *     too low: a key that this very call removed is then counted as having been absent
 */
public record Answer<T>(
        T value,
        List<ServerAddress> servers,
        Optional<String> staleness,
        List<MissingPartition> missing,
        boolean repeated) {

    /**
     * A partition without anybody to answer for it.
     *
     * @param why in words for people
     */
    public record MissingPartition(int number, int firstSlot, int lastSlot, String why) {}

    public Answer {
        servers = List.copyOf(servers);
        missing = List.copyOf(missing);
    }

    static <T> Answer<T> current(T value, ServerAddress server) {
        return new Answer<>(value, List.of(server), Optional.empty(), List.of(), false);
    }

    /** Whether all that was asked for is in it, as it is now. */
    public boolean isWhole() {
        return staleness.isEmpty() && missing.isEmpty();
    }

    /** The same facts about another value. */
    public <R> Answer<R> map(Function<? super T, ? extends R> function) {
        return new Answer<>(function.apply(value), servers, staleness, missing, repeated);
    }
}
