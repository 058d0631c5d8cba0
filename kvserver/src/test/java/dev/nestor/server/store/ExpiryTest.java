package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {
    private static final KeyOperation.ExpiryCondition ALWAYS = KeyOperation.ExpiryCondition.ALWAYS;

    private final Partition partition = new Partition();

    @Test
    void get_atTheExpiry_hidesTheRecord() {
        partition.set("k", "v", new Expiry.At(1_500));

        assertThat(partition.store.view().get(Bytes.utf8("k"), 1_499)).isNotNull();
        assertThat(partition.store.view().get(Bytes.utf8("k"), 1_500)).isNull();
        assertThat(partition.store.view().size()).isEqualTo(1);
    }

    @Test
    void write_afterTheExpiry_findsNothing() {
        partition.set("k", "41", new Expiry.At(1_500));
        partition.now = 1_500;

        assertThat(partition.delete("k")).isEqualTo(new Outcome.Counted(0));
        assertThat(partition.apply(new KeyOperation.Persist(Bytes.utf8("k")))).isEqualTo(new Outcome.Counted(0));
        assertThat(partition.expireAt("k", 9_000, ALWAYS)).isEqualTo(new Outcome.Counted(0));
        assertThat(partition.store.view().version()).isEqualTo(1);
        assertThat(partition.apply(new StringOperation.Increment(Bytes.utf8("k"), 1)))
                .isEqualTo(new Outcome.Computed(1, 2));
        assertThat(partition.expiry("k")).isEqualTo(RecordView.NEVER);
        assertThat(partition.store.view().firstExpiry()).isEqualTo(RecordView.NEVER);
    }

    @Test
    void expireDue_deletesTheEarliestFirstUpToTheLimit() {
        partition.set("c", "v", new Expiry.At(1_300));
        partition.set("b", "v", new Expiry.At(1_100));
        partition.set("a", "v", new Expiry.At(1_200));
        partition.set("later", "v", new Expiry.At(1_301));
        partition.set("never", "v");
        assertThat(partition.store.view().firstExpiry()).isEqualTo(1_100);

        partition.now = 1_300;
        assertThat(partition.apply(new KeyOperation.ExpireDue(2))).isEqualTo(new Outcome.Counted(2));
        assertThat(partition.store.view().firstExpiry()).isEqualTo(1_300);
        assertThat(partition.store.view().version()).isEqualTo(6);
        assertThat(partition.apply(new KeyOperation.ExpireDue(2))).isEqualTo(new Outcome.Counted(1));
        assertThat(partition.apply(new KeyOperation.ExpireDue(2))).isEqualTo(new Outcome.Counted(0));
        assertThat(partition.store.view().version()).isEqualTo(7);
        assertThat(partition.store.view().size()).isEqualTo(2);
        assertThat(partition.store.view().firstExpiry()).isEqualTo(1_301);
    }

    @Test
    void set_withoutExpiry_takesItAway_butKeepKeepsIt() {
        partition.set("k", "v", new Expiry.At(5_000));
        partition.set("k", "w", Expiry.KEEP);
        assertThat(partition.expiry("k")).isEqualTo(5_000);

        partition.set("k", "w", Expiry.NONE);
        assertThat(partition.expiry("k")).isEqualTo(RecordView.NEVER);
        assertThat(partition.store.view().expiringSize()).isZero();

        partition.set("new", "v", Expiry.KEEP);
        assertThat(partition.expiry("new")).isEqualTo(RecordView.NEVER);
    }

    @Test
    void editsOfARecord_keepItsExpiry() {
        partition.set("n", "1", new Expiry.At(5_000));
        partition.apply(new StringOperation.Increment(Bytes.utf8("n"), 1));
        partition.apply(new StringOperation.Append(Bytes.utf8("n"), Bytes.utf8("0")));
        assertThat(partition.text("n")).isEqualTo("20");
        assertThat(partition.expiry("n")).isEqualTo(5_000);

        partition.setJson("d", "$", "{}");
        partition.expireAt("d", 6_000, ALWAYS);
        partition.setJson("d", "$.a", "1");
        partition.merge("d", "$", "{\"b\":[1]}");
        partition.edit("d", "$.b", new ValueEdit.Pop(0));
        partition.setJson("d", "$", "{\"c\":0}");
        assertThat(partition.expiry("d")).isEqualTo(6_000);
    }

    @Test
    void setMany_takesExpiriesAway() {
        partition.set("k", "v", new Expiry.At(5_000));
        partition.apply(
                new StringOperation.SetMany(List.of(new StringOperation.Pair(Bytes.utf8("k"), Bytes.utf8("v")))));
        assertThat(partition.expiry("k")).isEqualTo(RecordView.NEVER);
    }

    @Test
    void expiryInThePast_deletesAtOnce() {
        partition.set("k", "v");
        assertThat(partition.expireAt("k", 1_000, ALWAYS)).isEqualTo(new Outcome.Counted(1));
        assertThat(partition.store.view().size()).isZero();
        assertThat(partition.store.view().version()).isEqualTo(2);

        assertThat(partition.set("k", "v", new Expiry.At(-5))).isEqualTo(new Outcome.Stored(0, true));
        assertThat(partition.store.view().version()).isEqualTo(2);

        partition.set("k", "v");
        assertThat(partition.set("k", "w", new Expiry.At(999))).isEqualTo(new Outcome.Stored(0, false));
        assertThat(partition.store.view().size()).isZero();
        assertThat(partition.store.view().version()).isEqualTo(4);
    }

    @Test
    void timeGoingBackwards_doesNotBringRecordsBack() {
        partition.set("k", "v", new Expiry.At(1_500));
        partition.now = 2_000;
        partition.set("other", "v");
        partition.now = 1_100;

        assertThat(partition.store.view().get(Bytes.utf8("k"), partition.now)).isNull();
        assertThat(partition.delete("k")).isEqualTo(new Outcome.Counted(0));
        assertThat(partition.set("new", "v", new Expiry.At(1_900))).isEqualTo(new Outcome.Stored(0, true));
        assertThat(partition.store.view().lastMillis()).isEqualTo(2_000);
    }

    @Test
    void emptyEntry_movesTheTime() {
        partition.store.apply(new LogEntry(7_000, List.of()));
        assertThat(partition.store.view().lastMillis()).isEqualTo(7_000);
    }

    /** What EXPIRE answers for a key without an expiry, and for one that expires at 5000. */
    @ParameterizedTest
    @CsvSource({
        "ALWAYS, 4000, 1, 1",
        "IF_NONE, 4000, 1, 0",
        "IF_ANY, 4000, 0, 1",
        "IF_LATER, 4000, 0, 0",
        "IF_LATER, 5000, 0, 0",
        "IF_LATER, 6000, 0, 1",
        "IF_EARLIER, 4000, 1, 1",
        "IF_EARLIER, 5000, 1, 0",
        "IF_ANY_AND_EARLIER, 4000, 0, 1",
        "IF_ANY_AND_EARLIER, 6000, 0, 0"
    })
    void expireAt_underACondition(KeyOperation.ExpiryCondition condition, long millis, long without, long with) {
        partition.set("without", "v");
        partition.set("with", "v", new Expiry.At(5_000));

        assertThat(partition.expireAt("without", millis, condition)).isEqualTo(new Outcome.Counted(without));
        assertThat(partition.expireAt("with", millis, condition)).isEqualTo(new Outcome.Counted(with));
        assertThat(partition.expiry("without")).isEqualTo(without == 1 ? millis : RecordView.NEVER);
        assertThat(partition.expiry("with")).isEqualTo(with == 1 ? millis : 5_000);
    }

    @Test
    void longestKey_canExpire() {
        String key = "k".repeat(StoreLimits.KEY_BYTES);
        partition.set(key, "v", new Expiry.At(5_000));
        partition.now = 5_000;
        assertThat(partition.apply(new KeyOperation.ExpireDue(9))).isEqualTo(new Outcome.Counted(1));
    }
}
