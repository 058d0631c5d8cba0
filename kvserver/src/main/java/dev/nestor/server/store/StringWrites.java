package dev.nestor.server.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Applies {@link StringOperation}s. */
final class StringWrites {
    /** Digits and sign of the least 64-bit integer. */
    private static final int LONGEST_INTEGER = 20;

    private final Batch batch;

    StringWrites(Batch batch) {
        this.batch = batch;
    }

    Outcome apply(StringOperation operation) {
        return switch (operation) {
            case StringOperation.Set set -> set(set);
            case StringOperation.SetMany setMany -> setMany(setMany);
            case StringOperation.Append append -> append(append);
            case StringOperation.Increment increment -> increment(increment);
            case StringOperation.GetAndDelete getAndDelete -> getAndDelete(getAndDelete);
        };
    }

    private Outcome set(StringOperation.Set set) {
        RecordView current = batch.get(set.key());
        Outcome mismatch = Expectation.mismatch(set.expectedVersion(), current);
        if (mismatch != null) {
            return mismatch;
        }
        if (set.returnsOld() && isDocument(current)) {
            return new Outcome.WrongKind(ValueKind.JSON);
        }
        Bytes old = set.returnsOld() && current != null ? current.value() : null;
        if (!set.condition().allows(current != null)) {
            return new Outcome.NotStored(old);
        }
        long version = batch.put(current, set.key(), ValueKind.STRING, expiry(set.expiry(), current), set.value());
        return new Outcome.Stored(version, current == null, old);
    }

    private static long expiry(Expiry expiry, @Nullable RecordView current) {
        return switch (expiry) {
            case Expiry.None _ -> RecordView.NEVER;
            case Expiry.Keep _ -> expiryOf(current);
            case Expiry.At(long millis) -> millis;
        };
    }

    private static long expiryOf(@Nullable RecordView current) {
        return current == null ? RecordView.NEVER : current.expiryMillis();
    }

    private static boolean isDocument(@Nullable RecordView current) {
        return current != null && current.kind() == ValueKind.JSON;
    }

    private Outcome setMany(StringOperation.SetMany setMany) {
        for (StringOperation.Pair pair : setMany.pairs()) {
            batch.put(batch.get(pair.key()), pair.key(), ValueKind.STRING, RecordView.NEVER, pair.value());
        }
        return new Outcome.Done();
    }

    private Outcome append(StringOperation.Append append) {
        RecordView current = batch.get(append.key());
        if (isDocument(current)) {
            return new Outcome.WrongKind(ValueKind.JSON);
        }
        Bytes old = current == null ? Bytes.EMPTY : current.value();
        long length = (long) old.length() + append.suffix().length();
        if (length > StoreLimits.VALUE_BYTES) {
            return new Outcome.LimitExceeded(StoreLimits.exceeded("bytes in a value", StoreLimits.VALUE_BYTES, length));
        }
        byte[] appended = Arrays.copyOfRange(old.array(), old.offset(), old.offset() + (int) length);
        append.suffix().copyTo(appended, old.length());
        return new Outcome.Computed(length, putString(current, append.key(), Bytes.wrap(appended)));
    }

    private Outcome increment(StringOperation.Increment increment) {
        RecordView current = batch.get(increment.key());
        if (isDocument(current)) {
            return new Outcome.WrongKind(ValueKind.JSON);
        }
        Long number = current == null ? Long.valueOf(0) : integer(current.value());
        if (number == null) {
            return new Outcome.NotInteger();
        }
        long sum = number + increment.by();
        if (((number ^ sum) & (increment.by() ^ sum)) < 0) {
            return new Outcome.Overflow();
        }
        return new Outcome.Computed(sum, putString(current, increment.key(), Bytes.utf8(Long.toString(sum))));
    }

    /** The integer that bytes are the shortest text of, as Redis wants it, or null. */
    private static @Nullable Long integer(Bytes text) {
        if (text.length() > LONGEST_INTEGER) {
            return null;
        }
        String digits = new String(text.array(), text.offset(), text.length(), StandardCharsets.ISO_8859_1);
        try {
            long integer = Long.parseLong(digits);
            return Long.toString(integer).equals(digits) ? integer : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private long putString(@Nullable RecordView current, Bytes key, Bytes value) {
        return batch.put(current, key, ValueKind.STRING, expiryOf(current), value);
    }

    private Outcome getAndDelete(StringOperation.GetAndDelete getAndDelete) {
        RecordView current = batch.get(getAndDelete.key());
        if (current == null) {
            return new Outcome.NoSuchKey();
        }
        if (isDocument(current)) {
            return new Outcome.WrongKind(ValueKind.JSON);
        }
        batch.delete(current);
        return new Outcome.Removed(current.value());
    }
}
