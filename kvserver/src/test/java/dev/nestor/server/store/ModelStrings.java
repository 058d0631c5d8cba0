package dev.nestor.server.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The model's {@link StringOperation}s. */
record ModelStrings(Model model) {

    Outcome apply(StringOperation operation) {
        return switch (operation) {
            case StringOperation.Set set -> set(set);
            case StringOperation.SetMany(List<StringOperation.Pair> pairs) -> {
                pairs.forEach(pair -> model.put(pair.key(), pair.value(), RecordView.NEVER));
                yield new Outcome.Done();
            }
            case StringOperation.Append append -> append(append);
            case StringOperation.Increment increment -> increment(increment);
            case StringOperation.GetAndDelete(Bytes key) -> getAndDelete(key, model.live(key));
        };
    }

    private Outcome set(StringOperation.Set set) {
        Model.Held held = model.live(set.key());
        if (!Model.isExpected(set.expectedVersion(), held)) {
            return new Outcome.VersionMismatch(Model.versionOf(held));
        }
        if (set.returnsOld() && held != null && !held.isString()) {
            return new Outcome.WrongKind(ValueKind.JSON);
        }
        Bytes old = set.returnsOld() && held != null ? held.string() : null;
        boolean holds = switch (set.condition()) {
            case ALWAYS -> true;
            case IF_ABSENT -> held == null;
            case IF_PRESENT -> held != null;
        };
        if (!holds) {
            return new Outcome.NotStored(old);
        }
        long expiry = switch (set.expiry()) {
            case Expiry.None none -> RecordView.NEVER;
            case Expiry.Keep keep -> Model.expiryOf(held);
            case Expiry.At(long millis) -> millis;
        };
        return new Outcome.Stored(model.put(set.key(), set.value(), expiry), held == null, old);
    }

    private Outcome append(StringOperation.Append append) {
        Model.Held held = model.live(append.key());
        if (held != null && !held.isString()) {
            return new Outcome.WrongKind(ValueKind.JSON);
        }
        Bytes text = Bytes.utf8((held == null ? "" : held.string().toString()) + append.suffix());
        return new Outcome.Computed(text.length(), model.put(append.key(), text, Model.expiryOf(held)));
    }

    private Outcome increment(StringOperation.Increment increment) {
        Model.Held held = model.live(increment.key());
        if (held != null && !held.isString()) {
            return new Outcome.WrongKind(ValueKind.JSON);
        }
        String text = held == null ? "0" : held.string().toString();
        if (!text.matches("0|-?[1-9]\\d{0,18}")) {
            return new Outcome.NotInteger();
        }
        long sum = Math.addExact(Long.parseLong(text), increment.by());
        Bytes digits = Bytes.utf8(Long.toString(sum));
        return new Outcome.Computed(sum, model.put(increment.key(), digits, Model.expiryOf(held)));
    }

    private Outcome getAndDelete(Bytes key, Model.@Nullable Held held) {
        if (held == null) {
            return new Outcome.NoSuchKey();
        }
        if (!held.isString()) {
            return new Outcome.WrongKind(ValueKind.JSON);
        }
        model.remove(key);
        return new Outcome.Removed(held.string());
    }
}
