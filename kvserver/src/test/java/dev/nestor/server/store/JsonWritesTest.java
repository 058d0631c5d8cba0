package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.document.Value;
import dev.nestor.document.path.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RedisJSON's commands do, case by case; the names of its commands stand in the comments. */
class JsonWritesTest {
    private final Partition partition = new Partition();

    /** JSON.SET. Each line: document, path, value, what comes of it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {"a":1}       ; $      ; [2]  ; [2]
                    {"a":1}       ; $.a    ; 2    ; {"a":2}
                    {"a":1}       ; .b     ; 2    ; {"a":1,"b":2}
                    {"a":{"b":1}} ; $..b   ; 2    ; {"a":{"b":2}}
                    {"a":1}       ; $.b.c  ; 2    ; MissingParent[]
                    {"a":1}       ; $.a.c  ; 2    ; MissingParent[]
                    {"a":[1]}     ; $.a[1] ; 2    ; OutOfRange[]
                    {"a":1}       ; $..b   ; 2    ; NoPlace[]
                    {"a":{}}      ; $.*.b  ; 2    ; NoPlace[]
                    """)
    void set(String document, String path, String value, String expected) {
        partition.setJson("k", "$", document);
        Outcome outcome = partition.setJson("k", path, value);
        assertThat(outcome instanceof Outcome.Stored ? partition.text("k") : outcome.toString())
                .isEqualTo(expected);
        assertThat(partition.store.view().version()).isEqualTo(outcome instanceof Outcome.Stored ? 2 : 1);
    }

    /** JSON.SET with NX and XX, as RedisJSON's own test has it. */
    @Test
    void set_underAcondition() {
        Outcome notStored = new Outcome.NotStored(null);
        assertThat(set("$", "{}", Operation.Condition.IF_PRESENT)).isEqualTo(notStored);
        assertThat(set(".foo", "{}", Operation.Condition.IF_PRESENT)).isEqualTo(notStored);
        assertThat(set("$", "{}", Operation.Condition.IF_ABSENT)).isEqualTo(new Outcome.Stored(1, true));
        assertThat(set("$", "{}", Operation.Condition.IF_ABSENT)).isEqualTo(notStored);
        assertThat(set("$", "[]", Operation.Condition.IF_PRESENT)).isEqualTo(new Outcome.Stored(2, false));
        partition.setJson("k", "$", "{}");
        assertThat(set(".foo", "[]", Operation.Condition.IF_PRESENT)).isEqualTo(notStored);
        assertThat(set(".foo", "[]", Operation.Condition.IF_ABSENT)).isEqualTo(new Outcome.Stored(4, false));
        assertThat(set(".foo", "[]", Operation.Condition.IF_ABSENT)).isEqualTo(notStored);
        assertThat(set(".foo", "[1]", Operation.Condition.IF_PRESENT)).isEqualTo(new Outcome.Stored(5, false));
        assertThat(set(".foo[1]", "null", Operation.Condition.IF_ABSENT)).isEqualTo(new Outcome.OutOfRange());
        assertThat(set(".foo[1]", "null", Operation.Condition.IF_PRESENT)).isEqualTo(notStored);
    }

    private Outcome set(String path, String json, Operation.Condition condition) {
        return partition.apply(new JsonOperation.Set(
                Bytes.utf8("k"), Path.parse(path), RandomOperations.json(json), condition, Operation.ANY_VERSION));
    }

    @Test
    void missingKey_isRefusedUnlessItIsCreatedAtTheRoot() {
        Outcome noSuchKey = new Outcome.NoSuchKey();
        assertThat(partition.setJson("k", "$.a", "1")).isEqualTo(noSuchKey);
        assertThat(partition.merge("k", "$.a", "1")).isEqualTo(noSuchKey);
        assertThat(partition.edit("k", "$", new ValueEdit.Toggle())).isEqualTo(noSuchKey);
        assertThat(partition.deleteJson("k", "$")).isEqualTo(new Outcome.Counted(0));
        assertThat(partition.merge("k", "$", "{\"a\":{\"b\":null,\"c\":1}}")).isEqualTo(new Outcome.Stored(1, true));
        assertThat(partition.text("k")).isEqualTo("{\"a\":{\"c\":1}}");
    }

    @Test
    void string_isOfTheWrongKindForAll() {
        partition.set("k", "{}");
        Outcome wrongKind = new Outcome.WrongKind(ValueKind.STRING);
        assertThat(partition.setJson("k", "$", "1")).isEqualTo(wrongKind);
        assertThat(partition.merge("k", "$", "1")).isEqualTo(wrongKind);
        assertThat(partition.deleteJson("k", "$")).isEqualTo(wrongKind);
        assertThat(partition.edit("k", "$", new ValueEdit.Clear())).isEqualTo(wrongKind);
        assertThat(partition.text("k")).isEqualTo("{}");
    }

    @Test
    void set_ofWhatIsThere_takesNoVersion() {
        partition.setJson("k", "$", "{\"a\":1}");
        assertThat(partition.setJson("k", "$", "{\"a\":1}")).isEqualTo(new Outcome.Stored(1, false));
        assertThat(partition.setJson("k", "$.a", "1")).isEqualTo(new Outcome.Stored(1, false));
        assertThat(partition.setJson("k", "$.a", "1.0")).isEqualTo(new Outcome.Stored(2, false));
    }

    /** JSON.MSET is all or nothing here; RedisJSON does what it can and answers nil. */
    @Test
    void setMany_oneThatCantBeSet_undoesAll() {
        partition.setJson("a", "$", "{\"x\":1}");
        long digest = partition.store.view().digest();
        Outcome outcome = setMany(placement("a", "$.x", "2"), placement("b", "$", "{}"), placement("a", "$.y.z", "2"));

        assertThat(outcome).isEqualTo(new Outcome.MissingParent());
        assertThat(partition.store.view().digest()).isEqualTo(digest);
        assertThat(partition.store.view().version()).isEqualTo(1);
        assertThat(setMany(placement("b", "$", "{}"), placement("b", "$.c", "1")))
                .isEqualTo(new Outcome.Done());
        assertThat(partition.text("b")).isEqualTo("{\"c\":1}");
        assertThat(partition.store.view().version()).isEqualTo(2);
    }

    private Outcome setMany(JsonOperation.Placement... placements) {
        return partition.apply(new JsonOperation.SetMany(List.of(placements)));
    }

    private static JsonOperation.Placement placement(String key, String path, String json) {
        return new JsonOperation.Placement(Bytes.utf8(key), Path.parse(path), RandomOperations.json(json));
    }

    /** JSON.MERGE, the examples of its documentation and tests. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {"a":2}                       ; $.b   ; 8              ; {"a":2,"b":8}
                    {"a":2}                       ; $.a   ; 3              ; {"a":3}
                    {"a":2}                       ; $     ; {"a":null}     ; {}
                    {"a":[2,4,6,8]}               ; $.a   ; [10,12]        ; {"a":[10,12]}
                    {"f1":{"a":1},"f2":{"a":2}}   ; $     ; {"f1":null,"f2":{"a":3,"b":4},"f3":[2,4,6]} ; {"f2":{"a":3,"b":4},"f3":[2,4,6]}
                    {"a":{"b":{"c":"d"}}}         ; $.a.b ; {"c":null,"h":"i"} ; {"a":{"b":{"h":"i"}}}
                    {"a1":{"b":{"b":1}}}          ; $..b  ; {"f":3}        ; {"a1":{"b":{"b":{"f":3},"f":3}}}
                    {"a1":{"b":{"f":{"b":1}}}}    ; $..b  ; {"f":3}        ; {"a1":{"b":{"f":3}}}
                    {"a":1}                       ; $.b   ; {"c":null}     ; {"a":1,"b":{}}
                    {"a":1}                       ; $.b.c ; 1              ; MissingParent[]
                    """)
    void merge(String document, String path, String patch, String expected) {
        partition.setJson("k", "$", document);
        Outcome outcome = partition.merge("k", path, patch);
        assertThat(outcome instanceof Outcome.Stored ? partition.text("k") : outcome.toString())
                .isEqualTo(expected);
    }

    /** JSON.DEL. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {"a":1,"n":{"a":2,"b":3}} ; $..a   ; 2 ; {"n":{"b":3}}
                    {"a":{"a":1},"b":2}       ; $..a   ; 1 ; {"b":2}
                    {"a":1}                   ; $.b    ; 0 ; {"a":1}
                    {"a":[1,2,3]}             ; .a[1]  ; 1 ; {"a":[1,3]}
                    {"foo":"bar"}             ; .foo   ; 1 ; nothing
                    [1,2]                     ; $[*]   ; 2 ; nothing
                    {}                        ; $.a    ; 0 ; {}
                    {"a":{"b":1}}             ; $.a.b  ; 1 ; {"a":{}}
                    {"a":1}                   ; .      ; 1 ; nothing
                    """)
    void delete(String document, String path, long count, String expected) {
        partition.setJson("k", "$", document);
        assertThat(partition.deleteJson("k", path)).isEqualTo(new Outcome.Counted(count));
        assertThat(partition.text("k")).isEqualTo(expected);
    }

    @Test
    void numbers_areAddedAndMultiplied() {
        partition.setJson("k", "$", "{\"a\":\"b\",\"b\":[{\"a\":2},{\"a\":5.5},{\"a\":\"c\"}]}");
        assertThat(partition.edit("k", "$..a", new ValueEdit.Add(json("2"))))
                .isEqualTo(new Outcome.Edited(2, List.of(otherKind(), changed("4"), changed("7.5"), otherKind())));
        assertThat(partition.edit("k", "$..a", new ValueEdit.Multiply(json("2"))))
                .isEqualTo(new Outcome.Edited(3, List.of(otherKind(), changed("8"), changed("15.0"), otherKind())));
        assertThat(partition.edit("k", "$.nothing", new ValueEdit.Add(json("1"))))
                .isEqualTo(new Outcome.Edited(3, List.of()));
    }

    @Test
    void numbers_thatOverflowAnywhere_changeNothing() {
        partition.setJson("k", "$", "[1,9223372036854775807]");
        assertThat(partition.edit("k", "$[*]", new ValueEdit.Add(json("1")))).isEqualTo(new Outcome.Overflow());
        assertThat(partition.edit("k", "$[*]", new ValueEdit.Multiply(json("1e400"))))
                .isEqualTo(new Outcome.Overflow());
        assertThat(partition.text("k")).isEqualTo("[1,9223372036854775807]");
        assertThat(partition.store.view().version()).isEqualTo(1);
    }

    @Test
    void toggleAndAppendText() {
        partition.setJson("k", "$", "{\"t\":true,\"s\":\"é\",\"n\":1}");
        assertThat(partition.edit("k", "$.*", new ValueEdit.Toggle()))
                .isEqualTo(new Outcome.Edited(2, List.of(changed("false"), otherKind(), otherKind())));
        assertThat(partition.edit("k", "$.*", new ValueEdit.AppendText(json("\"😀\""))))
                .isEqualTo(new Outcome.Edited(3, List.of(otherKind(), length(6), otherKind())));
        assertThat(partition.text("k")).isEqualTo("{\"t\":false,\"s\":\"é😀\",\"n\":1}");
    }

    @Test
    void arrays_growAndShrink() {
        partition.setJson("k", "$", "{\"a\":[1,2],\"b\":3}");
        List<Json> elements = List.of(json("8"), json("9"));
        assertThat(partition.edit("k", "$.*", new ValueEdit.AppendElements(elements)))
                .isEqualTo(new Outcome.Edited(2, List.of(length(4), otherKind())));
        assertThat(partition.edit("k", "$.a", new ValueEdit.InsertElements(-1, elements)))
                .isEqualTo(new Outcome.Edited(3, List.of(length(6))));
        assertThat(partition.text("k")).isEqualTo("{\"a\":[1,2,8,8,9,9],\"b\":3}");
        assertThat(partition.edit("k", "$.a", new ValueEdit.Pop(-1)))
                .isEqualTo(new Outcome.Edited(4, List.of(new MatchResult.Taken(Value.of(9)))));
        assertThat(partition.edit("k", "$.a", new ValueEdit.Trim(1, 2)))
                .isEqualTo(new Outcome.Edited(5, List.of(length(2))));
        assertThat(partition.text("k")).isEqualTo("{\"a\":[2,8],\"b\":3}");
    }

    /** JSON.ARRINSERT: an index that one array has not is an error for all, and nothing is inserted. */
    @Test
    void insert_outsideOfOneArray_changesNothing() {
        partition.setJson("k", "$", "[[1,2],[1],7]");
        Outcome outcome = partition.edit("k", "$[*]", new ValueEdit.InsertElements(2, List.of(json("0"))));
        assertThat(outcome).isEqualTo(new Outcome.OutOfRange());
        assertThat(partition.text("k")).isEqualTo("[[1,2],[1],7]");
        assertThat(partition.edit("k", "$[*]", new ValueEdit.InsertElements(-2, List.of(json("0")))))
                .isEqualTo(new Outcome.OutOfRange());
        assertThat(partition.edit("k", "$[*]", new ValueEdit.InsertElements(1, List.of(json("0")))))
                .isEqualTo(new Outcome.Edited(2, List.of(length(3), length(2), otherKind())));
    }

    /** JSON.ARRPOP on [0,1,2,3]: which element it takes. */
    @ParameterizedTest
    @CsvSource({"0,0", "2,2", "3,3", "4,3", "9223372036854775807,3", "-1,3", "-4,0", "-5,0", "-9223372036854775808,0"})
    void pop_takesTheNearest(long index, long taken) {
        partition.setJson("k", "$", "[0,1,2,3]");
        assertThat(partition.edit("k", "$", new ValueEdit.Pop(index)))
                .isEqualTo(new Outcome.Edited(2, List.of(new MatchResult.Taken(Value.of(taken)))));
    }

    @Test
    void pop_emptyArray_takesNothingAndChangesNothing() {
        partition.setJson("k", "$", "[]");
        assertThat(partition.edit("k", "$", new ValueEdit.Pop(0)))
                .isEqualTo(new Outcome.Edited(1, List.of(new MatchResult.NothingTaken())));
    }

    /** JSON.ARRTRIM on [0,1,2,3,4], as RedisJSON clips. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    1   ; 2   ; [1,2]
                    0   ; -1  ; [0,1,2,3,4]
                    0   ; 99  ; [0,1,2,3,4]
                    -2  ; -1  ; [3,4]
                    -99 ; 1   ; [0,1]
                    3   ; 1   ; []
                    5   ; 99  ; []
                    0   ; -99 ; [0]
                    9223372036854775807  ; 9223372036854775807 ; []
                    -9223372036854775808 ; 9223372036854775807 ; [0,1,2,3,4]
                    """)
    void trim_keepsWhatIsInside(long start, long stop, String expected) {
        partition.setJson("k", "$", "[0,1,2,3,4]");
        partition.edit("k", "$", new ValueEdit.Trim(start, stop));
        assertThat(partition.text("k")).isEqualTo(expected);
    }

    /** JSON.CLEAR. */
    @Test
    void clear_emptiesContainersAndZeroesNumbers() {
        partition.setJson("k", "$", "{\"o\":{\"a\":1},\"l\":[1],\"n\":-2.5,\"s\":\"x\",\"b\":true,\"e\":[],\"z\":0.0}");
        Outcome outcome = partition.edit("k", "$.*", new ValueEdit.Clear());
        assertThat(outcome)
                .isEqualTo(new Outcome.Edited(
                        2,
                        List.of(
                                changed("{}"),
                                changed("[]"),
                                changed("0"),
                                otherKind(),
                                otherKind(),
                                otherKind(),
                                otherKind())));
        assertThat(partition.text("k"))
                .isEqualTo("{\"o\":{},\"l\":[],\"n\":0,\"s\":\"x\",\"b\":true,\"e\":[],\"z\":0.0}");
    }

    @Test
    void edit_thatMakesADocumentTooLarge_changesNothing() {
        String half = "\"" + "x".repeat(StoreLimits.VALUE_BYTES / 2 + 1) + "\"";
        partition.setJson("k", "$", half);
        assertLimitExceeded(partition.edit("k", "$", new ValueEdit.AppendText(json(half))));
        assertThat(partition.version("k")).isEqualTo(1);
    }

    /** Half a million places for a megabyte would be half a terabyte, which must be refused before it is there. */
    @Test
    void largeValueAtManyPlaces_isRefusedInTime() {
        partition.setJson("k", "$", "[" + "0,".repeat(500_000) + "[\"\"]]");
        String text = "\"" + "x".repeat(1 << 20) + "\"";
        Json large = json(text);
        assertLimitExceeded(partition.setJson("k", "$[*]", text));
        assertLimitExceeded(partition.merge("k", "$[*]", text));
        assertLimitExceeded(partition.edit("k", "$..*", new ValueEdit.AppendElements(List.of(large))));
        assertLimitExceeded(partition.edit("k", "$..*", new ValueEdit.InsertElements(0, List.of(large))));
        assertLimitExceeded(partition.edit("k", "$..*", new ValueEdit.AppendText(large)));
        assertThat(partition.setJson("k", "$[-1].*", text)).isEqualTo(new Outcome.Stored(2, false));
    }

    private static void assertLimitExceeded(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.LimitExceeded.class,
                        exceeded -> assertThat(exceeded.message())
                                .startsWith("bytes in a document: at most 8388608 allowed"));
    }

    @Test
    void path_thatTakesTooManySteps_isRefused() {
        partition.setJson("k", "$", "[" + "[0,0,0,0,0,0,0,0],".repeat(1_000) + "0]");
        Outcome outcome = partition.edit("k", "$..*" + "[?count($..*) > 0]", new ValueEdit.Clear());
        assertThat(outcome).isInstanceOf(Outcome.LimitExceeded.class);
    }

    private static Json json(String text) {
        return RandomOperations.json(text);
    }

    private static MatchResult changed(String json) {
        return new MatchResult.Changed(Value.parse(json));
    }

    private static MatchResult length(long length) {
        return new MatchResult.Length(length);
    }

    private static MatchResult otherKind() {
        return new MatchResult.OtherKind();
    }
}
