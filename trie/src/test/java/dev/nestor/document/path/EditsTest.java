package dev.nestor.document.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.document.ArrayEdit;
import dev.nestor.document.Document;
import dev.nestor.document.NumberEdit;
import dev.nestor.document.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {
    private static final Value NEW = Value.of("new");

    /** Each line: document, path, how many values were replaced, the new document. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {"a":1,"b":2}            ; $            ; 1 ; "new"
                    {"a":1,"b":2}            ; .            ; 1 ; "new"
                    {"a":1,"b":2}            ; b            ; 1 ; {"a":1,"b":"new"}
                    {"a":[1,2,3]}            ; a[-1]        ; 1 ; {"a":[1,2,"new"]}
                    {"a":[1,2,3]}            ; $.a[*]       ; 3 ; {"a":["new","new","new"]}
                    {"a":[1,2,3]}            ; $.a[2,0,0]   ; 2 ; {"a":["new",2,"new"]}
                    {"a":{"a":1,"b":2}}      ; $..a         ; 1 ; {"a":"new"}
                    {"x":{"a":1},"y":[{"a":{"a":2}}]} ; $..a ; 2 ; {"x":{"a":"new"},"y":[{"a":"new"}]}
                    {"x":{"a":1},"y":{}}     ; $.*.a        ; 1 ; {"x":{"a":"new"},"y":{}}
                    """)
    void set_matches_areReplaced(String json, String path, int count, String expected) {
        SetResult result = Edits.set(document(json), Path.parse(path), NEW);

        assertThat(result).isInstanceOfSatisfying(SetResult.Updated.class, updated -> {
            assertThat(updated.document()).hasToString(expected);
            assertThat(updated.count()).isEqualTo(count);
        });
    }

    /** Each line: document, path, how many objects got a member, the new document. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {}                       ; a            ; 1 ; {"a":"new"}
                    {"b":1}                  ; $.a          ; 1 ; {"b":1,"a":"new"}
                    {"b":{"c":{}}}           ; b.c.d        ; 1 ; {"b":{"c":{"d":"new"}}}
                    [{},{"b":1},7]           ; $.*.a        ; 2 ; [{"a":"new"},{"b":1,"a":"new"},7]
                    {"x":{"x":{"x":1}}}      ; $..x.a       ; 2 ; {"x":{"x":{"x":1,"a":"new"},"a":"new"}}
                    {"x":{}}                 ; $['x','x'].a ; 1 ; {"x":{"a":"new"}}
                    """)
    void set_missingLastMember_isCreated(String json, String path, int count, String expected) {
        SetResult result = Edits.set(document(json), Path.parse(path), NEW);

        assertThat(result).isInstanceOfSatisfying(SetResult.Created.class, created -> {
            assertThat(created.document()).hasToString(expected);
            assertThat(created.count()).isEqualTo(count);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {}          ; a.b       ; MissingParent[]
                    {"a":1}     ; a.b       ; MissingParent[]
                    {"a":[{}]}  ; a.b       ; MissingParent[]
                    7           ; a         ; MissingParent[]
                    {}          ; a[0]      ; MissingParent[]
                    {"a":{}}    ; a[0]      ; MissingParent[]
                    {"a":[]}    ; a[0]      ; OutOfRange[]
                    {"a":[1]}   ; a[1]      ; OutOfRange[]
                    {"a":[1]}   ; a[-2]     ; OutOfRange[]
                    {"a":[]}    ; $.a[*]    ; NoMatch[]
                    {"b":1}     ; $..a      ; NoMatch[]
                    {"b":1}     ; $['a','c'] ; NoMatch[]
                    {"b":1}     ; $[?@ > 3] ; NoMatch[]
                    {"b":1}     ; $[0:1]    ; NoMatch[]
                    """)
    void set_noPlaceForTheValue_saysWhy(String json, String path, String expected) {
        assertThat(Edits.set(document(json), Path.parse(path), NEW)).hasToString(expected);
    }

    @Test
    void replace_missingMember_createsNothing() {
        assertThat(Edits.replace(document("{}"), Path.parse("a"), NEW)).isEqualTo(new SetResult.NoMatch());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {"a":1,"b":2}                 ; b          ; 1 ; {"a":1}
                    {"a":[1,2,3]}                 ; a[-1]      ; 1 ; {"a":[1,2]}
                    {"a":[1,2,3]}                 ; $.a[0,2,0] ; 2 ; {"a":[2]}
                    {"a":[1,2,3]}                 ; $.a[*]     ; 3 ; {"a":[]}
                    {"a":{"a":1,"b":2},"b":{"a":3}} ; $..a     ; 2 ; {"b":{}}
                    {"a":{"b":1},"c":[2]}         ; $..*       ; 2 ; {}
                    [1,5,2,7]                     ; $[?@>3]    ; 2 ; [1,2]
                    """)
    void delete_matches_areRemoved(String json, String path, int count, String expected) {
        DeleteResult result = Edits.delete(document(json), Path.parse(path));

        assertThat(result).isInstanceOfSatisfying(DeleteResult.Deleted.class, deleted -> {
            assertThat(deleted.document()).hasToString(expected);
            assertThat(deleted.count()).isEqualTo(count);
        });
    }

    @Test
    void delete_rootOrNothing_isToldApart() {
        Document document = document("{\"a\":1}");

        assertThat(Edits.delete(document, Path.parse("$"))).isEqualTo(new DeleteResult.WholeDocument());
        assertThat(Edits.delete(document, Path.parse("."))).isEqualTo(new DeleteResult.WholeDocument());
        assertThat(Edits.delete(document, Path.dotted(""))).isEqualTo(new DeleteResult.WholeDocument());
        assertThat(Edits.delete(document, Path.parse("$..b"))).isEqualTo(new DeleteResult.NoMatch());
    }

    @Test
    void apply_otherKinds_haveNoReplyAndStay() {
        Applied<Value> applied =
                Edits.apply(document("{\"a\":1,\"b\":\"x\",\"c\":[2.5]}"), Path.parse("$..*"), EditsTest::addTen);

        assertThat(applied.document()).hasToString("{\"a\":11,\"b\":\"x\",\"c\":[12.5]}");
        assertThat(applied.replies()).containsExactly(Value.of(11), null, null, Value.parse("12.5"));
    }

    @Test
    void apply_nothingToEdit_givesTheSameDocument() {
        Document document = document("{\"a\":\"x\"}");

        Applied<Value> other = Edits.apply(document, Path.parse("$.a"), EditsTest::addTen);
        assertThat(other.document()).isSameAs(document);
        assertThat(other.replies()).hasSize(1).containsOnlyNulls();

        Applied<Value> none = Edits.apply(document, Path.parse("$.b"), EditsTest::addTen);
        assertThat(none.document()).isSameAs(document);
        assertThat(none.replies()).isEmpty();
    }

    @Test
    void apply_sameMatchTwice_editsOnceAndRepliesTwice() {
        Applied<Value> applied = Edits.apply(document("[1,2]"), Path.parse("$[1,0,1]"), EditsTest::addTen);

        assertThat(applied.document()).hasToString("[11,12]");
        assertThat(applied.replies()).containsExactly(Value.of(12), Value.of(11), Value.of(12));
    }

    @Test
    void apply_root_isEdited() {
        Applied<Value> applied = Edits.apply(document("1"), Path.parse("$"), EditsTest::addTen);

        assertThat(applied.document()).hasToString("11");
    }

    /** The example of RedisJSON: to pop by {@code $..*} empties inner arrays before the outer one loses its last. */
    @Test
    void apply_matchesInsideMatches_editsTheInnerOnesFirst() {
        List<String> seen = new ArrayList<>();
        Applied<String> applied = Edits.apply(document("{\"a\":[[1,2,3],[4,5,6]]}"), Path.parse("$..*"), value -> {
            seen.add(value.toString());
            return pop(value);
        });

        assertThat(applied.document()).hasToString("{\"a\":[[1,2]]}");
        assertThat(applied.replies()).containsExactly("[4,5]", "3", "6", null, null, null, null, null, null);
        assertThat(seen).containsExactly("1", "2", "3", "[1,2,3]", "4", "5", "6", "[4,5,6]", "[[1,2],[4,5]]");
    }

    private static Edit.@Nullable Change<Value> addTen(Value value) {
        if (value.kind() != Value.Kind.NUMBER) {
            return null;
        }
        Value sum = NumberEdit.add(value, Value.of(10));
        return new Edit.Change<>(sum, sum);
    }

    private static Edit.@Nullable Change<String> pop(Value value) {
        if (value.kind() != Value.Kind.ARRAY) {
            return null;
        }
        int last = value.size() - 1;
        return new Edit.Change<>(ArrayEdit.remove(value, last), String.valueOf(value.element(last)));
    }

    private static Document document(String json) {
        return Document.parse(json.getBytes(UTF_8));
    }
}
