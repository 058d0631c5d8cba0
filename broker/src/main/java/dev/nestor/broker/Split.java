package dev.nestor.broker;

import dev.nestor.broker.ClusterException.OutcomeUnknown;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.command.Tip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command over keys of several slots: one request per slot, all at once, and one reply put together from theirs, in
 * the order of the keys. What is all or nothing within a slot is not so over several.
 */
final class Split {
    private final Invocation invocation;
    private final List<Integer> keys;
    private final int step;

    private Split(Invocation invocation, List<Integer> keys) {
        this.invocation = invocation;
        this.keys = keys;
        this.step = keys.get(1) - keys.get(0);
    }

    /** What became of one slot's request. */
    private sealed interface Outcome {
        record Done(List<Integer> places, Answer<Reply> answer) implements Outcome {}

        record Failed(ClusterException failure) implements Outcome {}
    }

    /** The slots of its keys. */
    static Set<Integer> slots(Invocation invocation) {
        Set<Integer> slots = new LinkedHashSet<>();
        invocation.keyIndexes().forEach(index -> slots.add(invocation.key(index).slot()));
        return slots;
    }

    /** Runs a command whose keys lie in more than one slot. */
    static Answer<Reply> run(Invocation invocation, Retries retries) throws ClusterException {
        return new Split(invocation, invocation.keyIndexes()).run(retries);
    }

    private Answer<Reply> run(Retries retries) throws ClusterException {
        Map<Integer, List<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < keys.size(); place++) {
            int slot = invocation.key(keys.get(place)).slot();
            places.computeIfAbsent(slot, _ -> new ArrayList<>()).add(place);
        }
        List<Outcome> outcomes = Parallel.map(
                List.copyOf(places.entrySet()), entry -> outcome(entry.getKey(), entry.getValue(), retries));
        return together(done(outcomes));
    }

    private Outcome outcome(int slot, List<Integer> places, Retries retries) {
        try {
            return new Outcome.Done(places, retries.run(part(places), slot));
        } catch (ClusterException e) {
            return new Outcome.Failed(e);
        }
    }

    private Invocation part(List<Integer> places) {
        List<byte[]> arguments = new ArrayList<>();
        for (int place : places) {
            int index = keys.get(place);
            arguments.addAll(invocation.words().subList(index, index + step));
        }
        arguments.addAll(invocation
                .words()
                .subList(keys.getLast() + step, invocation.words().size()));
        return invocation.with(arguments);
    }

    private List<Outcome.Done> done(List<Outcome> outcomes) throws ClusterException {
        List<Outcome.Done> done = new ArrayList<>();
        Optional<ClusterException> failure = Optional.empty();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Done part -> done.add(part);
                case Outcome.Failed(ClusterException e) -> failure = failure.or(() -> Optional.of(e));
            }
        }
        if (failure.isPresent()) {
            throw invocation.isRead() || done.isEmpty() ? failure.get() : partly(done, failure.get());
        }
        return done;
    }

    private OutcomeUnknown partly(List<Outcome.Done> done, ClusterException failure) {
        int finished = done.stream().mapToInt(part -> part.places().size()).sum();
        return new OutcomeUnknown("Carried out for " + finished + " of " + keys.size() + " keys. For the others: "
                + failure.getMessage());
    }

    private Answer<Reply> together(List<Outcome.Done> parts) {
        Set<ServerAddress> servers = new LinkedHashSet<>();
        parts.forEach(part -> servers.addAll(part.answer().servers()));
        return new Answer<>(
                reply(parts),
                List.copyOf(servers),
                parts.stream()
                        .flatMap(part -> part.answer().staleness().stream())
                        .findFirst(),
                List.of(),
                parts.stream().anyMatch(part -> part.answer().repeated()));
    }

    private Reply reply(List<Outcome.Done> parts) {
        Optional<Reply> refusal = parts.stream()
                .map(part -> part.answer().value())
                .filter(Failure.class::isInstance)
                .findFirst();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (invocation.has(Tip.SUM)) {
            return new Reply.Int(parts.stream()
                    .mapToLong(part -> Fields.number(part.answer().value()))
                    .sum());
        }
        return invocation.has(Tip.ALL_SUCCEEDED) ? Reply.OK : inOrder(parts);
    }

    private Reply inOrder(List<Outcome.Done> parts) {
        Reply[] items = new Reply[keys.size()];
        for (Outcome.Done part : parts) {
            List<Reply> replies = Fields.items(part.answer().value());
            for (int i = 0; i < replies.size(); i++) {
                items[part.places().get(i)] = replies.get(i);
            }
        }
        return new Reply.Array(Arrays.asList(items));
    }
}
