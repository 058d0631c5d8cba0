package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.document.path.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringWritesTest {
    private static final Bytes KEY = Bytes.utf8("k");

    private final Partition partition = new Partition();

    /** SET k v with NX, XX and GET: on a missing key, then on one that is there. */
    @Test
    void set_underACondition_tellsTheOldValueEitherWay() {
        assertThat(set("1", Operation.Condition.IF_PRESENT, true)).isEqualTo(new Outcome.NotStored(null));
        assertThat(set("1", Operation.Condition.IF_ABSENT, true)).isEqualTo(new Outcome.Stored(1, true, null));
        assertThat(set("2", Operation.Condition.IF_ABSENT, true)).isEqualTo(new Outcome.NotStored(Bytes.utf8("1")));
        assertThat(set("2", Operation.Condition.IF_PRESENT, true))
                .isEqualTo(new Outcome.Stored(2, false, Bytes.utf8("1")));
        assertThat(set("3", Operation.Condition.ALWAYS, false)).isEqualTo(new Outcome.Stored(3, false));
    }

    private Outcome set(String value, Operation.Condition condition, boolean returnsOld) {
        return partition.apply(new StringOperation.Set(
                KEY, Bytes.utf8(value), condition, Expiry.NONE, returnsOld, Operation.ANY_VERSION));
    }

    @Test
    void document_isReplacedBySetAlone() {
        partition.setJson("k", "$", "{}");
        Outcome wrongKind = new Outcome.WrongKind(ValueKind.JSON);
        assertThat(partition.apply(new StringOperation.Append(KEY, KEY))).isEqualTo(wrongKind);
        assertThat(partition.apply(new StringOperation.Increment(KEY, 1))).isEqualTo(wrongKind);
        assertThat(partition.apply(new StringOperation.GetAndDelete(KEY))).isEqualTo(wrongKind);
        assertThat(set("v", Operation.Condition.ALWAYS, true)).isEqualTo(wrongKind);
        assertThat(partition.text("k")).isEqualTo("{}");
        assertThat(set("v", Operation.Condition.ALWAYS, false)).isEqualTo(new Outcome.Stored(2, false));
        assertThat(partition.text("k")).isEqualTo("v");
    }

    /** A string that equals a packed document is another content than the document. */
    @Test
    void set_sameBytesOfAnotherKind_isAWrite() {
        partition.setJson("k", "$", "{}");
        Bytes packed = RandomOperations.json("{}").packed();
        assertThat(partition.apply(new StringOperation.Set(KEY, packed))).isEqualTo(new Outcome.Stored(2, false));
    }

    @Test
    void setMany_ofOneKeyTwice_storesTheLast() {
        assertThat(partition.apply(
                        new StringOperation.SetMany(List.of(pair("a", "1"), pair("b", "2"), pair("a", "3")))))
                .isEqualTo(new Outcome.Done());
        assertThat(partition.text("a")).isEqualTo("3");
        assertThat(partition.version("a")).isEqualTo(1);
        assertThat(partition.version("b")).isEqualTo(1);
    }

    private static StringOperation.Pair pair(String key, String value) {
        return new StringOperation.Pair(Bytes.utf8(key), Bytes.utf8(value));
    }

    @Test
    void append_toNothingAndToSomething() {
        assertThat(append("ab")).isEqualTo(new Outcome.Computed(2, 1));
        assertThat(append("")).isEqualTo(new Outcome.Computed(2, 1));
        assertThat(append("é")).isEqualTo(new Outcome.Computed(4, 2));
        assertThat(partition.text("k")).isEqualTo("abé");
    }

    @Test
    void append_beyondTheLimit_isRefused() {
        partition.apply(new StringOperation.Set(KEY, Bytes.wrap(new byte[StoreLimits.VALUE_BYTES])));
        assertThat(append("x"))
                .isEqualTo(new Outcome.LimitExceeded("bytes in a value: at most 8388608 allowed, 8388609 given"));
    }

    private Outcome append(String suffix) {
        return partition.apply(new StringOperation.Append(KEY, Bytes.utf8(suffix)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "missing", textBlock = """
                    missing, 5, 'Computed[value=5, version=1]'
                    10, -3, 'Computed[value=7, version=2]'
                    -9223372036854775808, 1, 'Computed[value=-9223372036854775807, version=2]'
                    0, 0, 'Computed[value=0, version=1]'
                    9223372036854775807, 1, Overflow[]
                    -9223372036854775808, -1, Overflow[]
                    9223372036854775808, 1, NotInteger[]
                    '', 1, NotInteger[]
                    ' 1', 1, NotInteger[]
                    +1, 1, NotInteger[]
                    01, 1, NotInteger[]
                    -0, 1, NotInteger[]
                    1.0, 1, NotInteger[]
                    000000000000000000001, 1, NotInteger[]
                    """)
    void increment(String before, long by, String expected) {
        if (before != null) {
            partition.set("k", before);
        }
        assertThat(partition.apply(new StringOperation.Increment(KEY, by))).hasToString(expected);
    }

    @Test
    void getAndDelete_givesTheString() {
        assertThat(partition.apply(new StringOperation.GetAndDelete(KEY))).isEqualTo(new Outcome.NoSuchKey());
        partition.set("k", "v");
        assertThat(partition.apply(new StringOperation.GetAndDelete(KEY)))
                .isEqualTo(new Outcome.Removed(Bytes.utf8("v")));
        assertThat(partition.text("k")).isEqualTo("nothing");
    }

    @Test
    void delete_countsEachKeyOnce_andTakesOneVersion() {
        partition.set("a", "1");
        partition.set("b", "2");
        Outcome outcome = partition.apply(
                new KeyOperation.Delete(List.of(Bytes.utf8("a"), Bytes.utf8("x"), Bytes.utf8("a"), Bytes.utf8("b"))));
        assertThat(outcome).isEqualTo(new Outcome.Counted(2));
        assertThat(partition.store.view().version()).isEqualTo(3);
        assertThat(partition.delete("a")).isEqualTo(new Outcome.Counted(0));
        assertThat(partition.store.view().version()).isEqualTo(3);
    }

    @Test
    void flush_deletesAllAtOneVersion() {
        assertThat(partition.apply(new KeyOperation.Flush())).isEqualTo(new Outcome.Counted(0));
        partition.set("a", "1", new Expiry.At(5_000));
        partition.setJson("b", "$", "1");
        assertThat(partition.apply(new KeyOperation.Flush())).isEqualTo(new Outcome.Counted(2));
        assertThat(partition.store.view().version()).isEqualTo(3);
        assertThat(partition.store.view().size()).isZero();
        assertThat(partition.store.view().expiringSize()).isZero();
        assertThat(partition.store.view().digest()).isZero();
    }

    @Test
    void expectedVersion_thatTheRecordHasNot_isAMismatchWithTheActualOne() {
        partition.set("other", "x");
        assertThat(expecting(7)).allMatch(new Outcome.VersionMismatch(Operation.ABSENT)::equals);
        partition.set("k", "v");
        assertThat(expecting(Operation.ABSENT)).allMatch(new Outcome.VersionMismatch(2)::equals);
        assertThat(expecting(3)).allMatch(new Outcome.VersionMismatch(2)::equals);
        assertThat(partition.store.view().version()).isEqualTo(2);
    }

    private List<Outcome> expecting(long version) {
        Json json = RandomOperations.json("1");
        return List.<Operation>of(
                        new StringOperation.Set(KEY, KEY, Operation.Condition.ALWAYS, Expiry.NONE, false, version),
                        new KeyOperation.Delete(List.of(KEY), version),
                        new JsonOperation.Set(KEY, Path.ROOT, json, Operation.Condition.ALWAYS, version),
                        new JsonOperation.Merge(KEY, Path.ROOT, json, version),
                        new JsonOperation.Delete(KEY, Path.ROOT, version))
                .stream()
                .map(partition::apply)
                .toList();
    }

    @Test
    void expectedVersion_thatTheRecordHas_isAWrite() {
        Bytes key = Bytes.utf8("d");
        Json json = RandomOperations.json("{\"a\":1}");
        assertThat(partition.apply(
                        new JsonOperation.Set(key, Path.ROOT, json, Operation.Condition.ALWAYS, Operation.ABSENT)))
                .isEqualTo(new Outcome.Stored(1, true));
        assertThat(partition.apply(new JsonOperation.Merge(key, Path.ROOT, RandomOperations.json("{\"b\":2}"), 1)))
                .isEqualTo(new Outcome.Stored(2, false));
        assertThat(partition.apply(new JsonOperation.Delete(key, Path.parse("$.a"), 2)))
                .isEqualTo(new Outcome.Counted(1));
        assertThat(partition.apply(new KeyOperation.Delete(List.of(key), 3))).isEqualTo(new Outcome.Counted(1));
    }

    @Test
    void operations_thatMakeNoSense_cannotBeMade() {
        Bytes longKey = Bytes.wrap(new byte[StoreLimits.KEY_BYTES + 1]);
        Bytes longValue = Bytes.wrap(new byte[StoreLimits.VALUE_BYTES + 1]);
        assertRefused(
                () -> new StringOperation.Set(longKey, KEY), "bytes in a key: at most 65528 allowed, 65529 given");
        assertRefused(() -> new StringOperation.Set(KEY, longValue), "bytes in a value: at most 8388608 allowed");
        assertRefused(() -> new StringOperation.Append(KEY, longValue), "bytes in a value");
        assertRefused(() -> new StringOperation.SetMany(List.of()), "nothing to set");
        assertRefused(() -> new KeyOperation.Delete(List.of()), "nothing to delete");
        assertRefused(
                () -> new KeyOperation.Delete(List.of(KEY, KEY), 1), "a version is expected of one key, not of 2");
        assertRefused(() -> new KeyOperation.Delete(List.of(KEY), -2), "an expected version is at least 0, not -2");
        assertRefused(() -> new KeyOperation.ExpireDue(0), "the limit is at least 1, not 0");
        assertRefused(() -> new JsonOperation.SetMany(List.of()), "nothing to set");
        assertRefused(() -> new ValueEdit.Add(RandomOperations.json("\"1\"")), "takes a NUMBER, not a STRING");
        assertRefused(() -> new ValueEdit.AppendText(RandomOperations.json("1")), "takes a STRING, not a NUMBER");
        assertRefused(() -> new ValueEdit.AppendElements(List.of()), "no element");
        assertRefused(() -> new Json(Bytes.EMPTY), "a packed value has not 0 bytes");
        assertRefused(() -> new Json(Bytes.wrap(new byte[] {0, 0})), "a packed value has not 2 bytes");
    }

    private static void assertRefused(Runnable making, String message) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
