package dev.nestor.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.document.Document;
import dev.nestor.document.path.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Operations of all kinds on few keys, names and numbers, so that they meet one another. */
final class RandomOperations {
    private static final Path DEEP = Path.dotted("a.".repeat(62) + "a");
    private static final String DEEP_DOCUMENT = "{\"a\":".repeat(70) + "1" + "}".repeat(70);

    private final Random random;

    RandomOperations(Random random) {
        this.random = random;
    }

    /** Expiries lie around {@code now}, expected versions below {@code version}. */
    Operation next(long now, long version) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> nextOnStrings(now, version);
            case 3 -> nextOnKeys(now, version);
            default -> nextOnDocuments(version);
        };
    }

    private Operation nextOnStrings(long now, long version) {
        Bytes key = stringKey();
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                new StringOperation.Set(
                        key, string(), condition(), expiry(now), random.nextInt(4) == 0, expected(version));
            case 2 -> new StringOperation.SetMany(many(() -> new StringOperation.Pair(stringKey(), string())));
            case 3 -> new StringOperation.Append(key, string());
            case 4, 5 -> new StringOperation.Increment(key, pick(1L, -1L, 100L, Long.MAX_VALUE, Long.MIN_VALUE));
            default -> new StringOperation.GetAndDelete(key);
        };
    }

    private Operation nextOnKeys(long now, long version) {
        return switch (random.nextInt(7)) {
            case 0 -> new KeyOperation.Delete(many(this::key));
            case 1 -> new KeyOperation.Delete(List.of(key()), expected(version));
            case 2, 3 -> new KeyOperation.ExpireAt(key(), around(now), pick(KeyOperation.ExpiryCondition.values()));
            case 4 -> new KeyOperation.Persist(key());
            case 5 -> new KeyOperation.ExpireDue(1 + random.nextInt(4));
            default -> random.nextInt(8) == 0 ? new KeyOperation.Flush() : new KeyOperation.Persist(key());
        };
    }

    private Operation nextOnDocuments(long version) {
        Bytes key = documentKey();
        Path path = path();
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 ->
                new JsonOperation.Set(key, Path.parse("$"), json(Path.ROOT), condition(), expected(version));
            case 4, 5 -> new JsonOperation.Set(key, path, json(path), condition(), expected(version));
            case 6, 7 -> new JsonOperation.SetMany(many(this::placement));
            case 8, 9 -> new JsonOperation.Merge(key, path, json(path), expected(version));
            case 10 -> new JsonOperation.Delete(key, path, expected(version));
            default -> new JsonOperation.Edit(key, path, edit());
        };
    }

    private JsonOperation.Placement placement() {
        Path path = path();
        return new JsonOperation.Placement(documentKey(), path, json(path));
    }

    private ValueEdit edit() {
        return switch (random.nextInt(9)) {
            case 0 -> new ValueEdit.Add(number());
            case 1 -> new ValueEdit.Multiply(number());
            case 2 -> new ValueEdit.Toggle();
            case 3 -> new ValueEdit.AppendText(json(pick("\"\"", "\"x\"", "\"é😀\"")));
            case 4 -> new ValueEdit.AppendElements(many(this::json));
            case 5 -> new ValueEdit.InsertElements(random.nextInt(-2, 3), many(this::json));
            case 6 -> new ValueEdit.Pop(index());
            case 7 -> new ValueEdit.Trim(index(), index());
            default -> new ValueEdit.Clear();
        };
    }

    private long index() {
        return random.nextInt(20) == 0 ? pick(Long.MAX_VALUE, Long.MIN_VALUE) : random.nextInt(-4, 5);
    }

    private Bytes key() {
        return Bytes.utf8(pick("", "k", "k1", "doc", "document", "ö"));
    }

    /** Mostly a key that holds a document. */
    private Bytes documentKey() {
        return random.nextInt(30) == 0 ? key() : Bytes.utf8(pick("doc", "document"));
    }

    /** Mostly a key that holds a string. */
    private Bytes stringKey() {
        return random.nextInt(30) == 0 ? key() : Bytes.utf8(pick("", "k", "k1", "ö"));
    }

    private Bytes string() {
        return Bytes.utf8(pick("", "0", "7", "-12", "007", "x", "9223372036854775807", "text"));
    }

    private Operation.Condition condition() {
        return random.nextInt(3) > 0 ? Operation.Condition.ALWAYS : pick(Operation.Condition.values());
    }

    private long expected(long version) {
        return switch (random.nextInt(12)) {
            case 0 -> Operation.ABSENT;
            case 1 -> Math.max(0, version - random.nextInt(8));
            default -> Operation.ANY_VERSION;
        };
    }

    private Expiry expiry(long now) {
        return switch (random.nextInt(4)) {
            case 0 -> new Expiry.At(around(now));
            case 1 -> Expiry.KEEP;
            default -> Expiry.NONE;
        };
    }

    private long around(long now) {
        return random.nextInt(20) == 0 ? pick(-1L, 0L, RecordView.NEVER) : now + random.nextInt(-2, 40);
    }

    private Path path() {
        return switch (random.nextInt(16)) {
            case 0 -> Path.parse(pick("$", "."));
            case 1, 2, 3, 4, 5 -> Path.parse(pick("$.a", ".b", "c", "$.a.b", "$.b.a", "c.c"));
            case 6, 7, 8 -> Path.parse(pick("a[0]", "$.b[-1]", "$.c[1]", "$.a.c[1]", "b[0].a", "$.x.y"));
            case 9, 10, 11 -> Path.parse(pick("$..a", "$..b", "$.*", "$.a[*]", "$.*.a", "$..a.b", "$..b[0]"));
            case 12, 13, 14 -> Path.dotted(pick("a", "a.b", "c[0]", "b[2].a"));
            default -> DEEP;
        };
    }

    private Json number() {
        return json(pick("1", "-3", "2", "0.5", "0", "9223372036854775807"));
    }

    /** What to set at a path: at the root mostly an object that paths lead into. */
    private Json json(Path path) {
        if (random.nextInt(path.equals(DEEP) ? 2 : 10) == 0) {
            return json(DEEP_DOCUMENT);
        }
        return path.isRoot() && random.nextInt(10) > 0
                ? json("{\"a\":[%s],\"b\":{\"a\":%s},\"c\":%s}".formatted(text(2), text(1), text(3)))
                : json();
    }

    private Json json() {
        return json(text(2));
    }

    static Json json(String text) {
        return Json.of(Document.parse(text.getBytes(UTF_8)));
    }

    private String text(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 11)) {
            case 0 -> pick("0", "1", "-7", "2.50", "9223372036854775807", "1.25");
            case 1 -> pick("true", "false");
            case 2 -> "null";
            case 3, 4 -> pick("\"\"", "\"x\"", "\"größe\"");
            case 5, 6, 7, 8 -> "[" + String.join(",", texts(depth)) + "]";
            default -> {
                List<String> names = Stream.of("a", "b", "c")
                        .filter(name -> random.nextInt(3) > 0)
                        .map(name -> "\"" + name + "\":" + text(depth - 1))
                        .toList();
                yield "{" + String.join(",", names) + "}";
            }
        };
    }

    private List<String> texts(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> text(depth - 1))
                .toList();
    }

    private <T> List<T> many(Supplier<T> one) {
        return Stream.generate(one).limit(1 + random.nextInt(3)).toList();
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
