package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerEditTest {
    private static final Value ARRAY = Value.parse("[0,1,2,3]");
    private static final Value OBJECT = Value.parse("{\"a\":1,\"b\":2,\"\":3}");

    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void insertPutsValuesBeforeTheIndex() {
        List<Value> values = List.of(Value.of("x"), Value.nullValue());
        assertThat(ArrayEdit.insert(ARRAY, 0, values)).hasToString("[\"x\",null,0,1,2,3]");
        assertThat(ArrayEdit.insert(ARRAY, 2, values)).hasToString("[0,1,\"x\",null,2,3]");
        assertThat(ArrayEdit.append(ARRAY, values)).hasToString("[0,1,2,3,\"x\",null]");
        assertThat(ArrayEdit.append(Value.parse("[]"), List.of())).hasToString("[]");
        assertThatThrownBy(() -> ArrayEdit.insert(ARRAY, 5, values)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ArrayEdit.insert(ARRAY, -1, values)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void removeAndSliceTakeExistingIndexesOnly() {
        assertThat(ArrayEdit.remove(ARRAY, 0)).hasToString("[1,2,3]");
        assertThat(ArrayEdit.remove(ARRAY, 3)).hasToString("[0,1,2]");
        assertThatThrownBy(() -> ArrayEdit.remove(ARRAY, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(ArrayEdit.slice(ARRAY, 1, 3)).hasToString("[1,2]");
        assertThat(ArrayEdit.slice(ARRAY, 2, 2)).hasToString("[]");
        assertThat(ArrayEdit.slice(ARRAY, 0, 4)).isEqualTo(ARRAY);
        assertThatThrownBy(() -> ArrayEdit.slice(ARRAY, 3, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void randomArrayEditsDoWhatAListDoes() {
        Random random = new Random(RandomJson.seed());
        List<String> model = new ArrayList<>();
        Value array = Value.parse("[]");
        for (int step = 0; step < 2000; step++) {
            int index = random.nextInt(model.size() + 1);
            if (random.nextInt(5) < 3 || index == model.size()) {
                String text = new RandomJson(random, 3).written();
                model.add(index, text);
                array = ArrayEdit.insert(array, index, List.of(Value.parse(text)));
            } else if (random.nextInt(100) > 0) {
                model.remove(index);
                array = ArrayEdit.remove(array, index);
            } else {
                model.subList(0, index).clear();
                array = ArrayEdit.slice(array, index, array.size());
            }
            assertThat(array.size())
                    .as("seed %d, step %d", RandomJson.seed(), step)
                    .isEqualTo(model.size());
        }
        assertThat(array).hasToString("[" + String.join(",", model) + "]");
        DocumentCheck.verify(array.bytes(), array.position(), array.packedSize());
    }

    @Test
    void setReplacesInPlaceOrAppends() {
        assertThat(ObjectEdit.set(OBJECT, utf8("b"), Value.parse("[]"))).hasToString("{\"a\":1,\"b\":[],\"\":3}");
        assertThat(ObjectEdit.set(OBJECT, utf8(""), Value.of(true))).hasToString("{\"a\":1,\"b\":2,\"\":true}");
        assertThat(ObjectEdit.set(OBJECT, utf8("ab"), Value.of(4))).hasToString("{\"a\":1,\"b\":2,\"\":3,\"ab\":4}");
        assertThat(ObjectEdit.set(Value.parse("{}"), utf8("é"), Value.of("é"))).hasToString("{\"é\":\"é\"}");
    }

    @Test
    void tableComesAndGoesWithTheNinthMember() {
        Value object = Value.parse("{}");
        for (int i = 20; i > 0; i--) {
            object = ObjectEdit.set(object, utf8("n" + i), Value.of(i));
            DocumentCheck.verify(object.bytes(), object.position(), object.packedSize());
        }
        for (int i = 1; i <= 20; i++) {
            assertThat(object.member("n" + i)).hasToString(Integer.toString(i));
            object = ObjectEdit.remove(object, utf8("n" + i));
            assertThat(object.member("n" + i)).isNull();
            DocumentCheck.verify(object.bytes(), object.position(), object.packedSize());
        }
        assertThat(object).hasToString("{}");
    }

    @Test
    void removeLeavesAnObjectWithoutTheMemberAsItIs() {
        assertThat(ObjectEdit.remove(OBJECT, utf8("a"))).hasToString("{\"b\":2,\"\":3}");
        assertThat(ObjectEdit.remove(OBJECT, utf8("none"))).isEqualTo(OBJECT);
    }

    @Test
    void tooLongNameIsRefused() {
        assertThatThrownBy(() -> ObjectEdit.set(OBJECT, new byte[65_537], Value.of(1)))
                .hasMessage("bytes in a member name: at most 65536 allowed, 65537 given");
    }

    @Test
    void editsOfAnotherKindAreRefused() {
        assertThatThrownBy(() -> ArrayEdit.append(OBJECT, List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ObjectEdit.remove(ARRAY, utf8("a"))).isInstanceOf(IllegalStateException.class);
    }

    /** The examples of RFC 7396, appendix A, and some on order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}             | {\"a\":\"c\"}               | {\"a\":\"c\"}",
                "{\"a\":\"b\"}             | {\"b\":\"c\"}               | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}             | {\"a\":null}                | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null}                | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}           | {\"a\":\"c\"}               | {\"a\":\"c\"}",
                "{\"a\":\"c\"}             | {\"a\":[\"b\"]}             | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}     | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}   | {\"a\":[1]}                 | {\"a\":[1]}",
                "[\"a\",\"b\"]             | [\"c\",\"d\"]               | [\"c\",\"d\"]",
                "{\"a\":\"b\"}             | [\"c\"]                     | [\"c\"]",
                "{\"a\":\"foo\"}           | null                        | null",
                "{\"a\":\"foo\"}           | \"bar\"                     | \"bar\"",
                "{\"e\":null}              | {\"a\":1}                   | {\"e\":null,\"a\":1}",
                "[1,2]                     | {\"a\":\"b\",\"c\":null}    | {\"a\":\"b\"}",
                "{}                        | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
                "{\"x\":1,\"y\":2,\"z\":3} | {\"z\":4,\"w\":5,\"x\":6}   | {\"x\":6,\"y\":2,\"z\":4,\"w\":5}",
            })
    void mergePatchFollowsTheRfc(String target, String patch, String result) {
        assertThat(MergePatch.apply(Value.parse(target), Value.parse(patch))).hasToString(result);
    }

    @Test
    void mergePatchOfNothingDropsNulls() {
        assertThat(MergePatch.apply(null, Value.parse("{\"a\":{\"b\":null,\"c\":[null]}}")))
                .hasToString("{\"a\":{\"c\":[null]}}");
    }
}
