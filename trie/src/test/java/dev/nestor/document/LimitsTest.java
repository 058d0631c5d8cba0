package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final Limits SMALL = new Limits(300, 3, 5, 4, 6);

    private static Document parse(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Document.parse(utf8, 0, utf8.length, SMALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[[]]]", "{\"a\":[{}]}", "12345", "-12.5", "{\"abcd\":1}", "{\"ää\":1}", "[1,2,3,4,5]"})
    void limitIsAllowed(String text) {
        assertThat(parse(text).toJson()).isEqualTo(text);
        assertThat(parse(text + " ".repeat(300 - text.getBytes(StandardCharsets.UTF_8).length))
                        .toJson())
                .isEqualTo(text);
    }

    @Test
    void moreThanTheLimitIsRefusedByName() {
        assertRefused("[[[[]]]]", "nested containers: at most 3 allowed, 4 given");
        assertRefused("[{\"a\":[{}]}]", "nested containers: at most 3 allowed, 4 given");
        assertRefused("123456", "characters in a number: at most 5 allowed, 6 given");
        assertRefused("-12.50", "characters in a number: at most 5 allowed, 6 given");
        assertRefused("{\"abcde\":1}", "bytes in a member name: at most 4 allowed, 5 given");
        assertRefused("{\"äbä\":1}", "bytes in a member name: at most 4 allowed, 5 given");
        assertRefused("[1,2,3,4,5,6]", "values in a document: at most 6 allowed, 7 given");
        assertRefused("1".repeat(301), "bytes in a document: at most 300 allowed, 301 given");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage(message);
    }

    @Test
    void defaultDepthHoldsAndDeepTextsAreRefusedEarly() {
        String deepest = "[".repeat(128) + "]".repeat(128);
        assertThat(Document.parse(deepest.getBytes(StandardCharsets.UTF_8)).toJson())
                .isEqualTo(deepest);
        byte[] deep = "[".repeat(8 << 20).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Document.parse(deep)).hasMessage("nested containers: at most 128 allowed, 129 given");
        byte[] deepObjects = "{\"a\":".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Document.parse(deepObjects)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void greatestDepthCanBeReadAndWritten() {
        Limits deep = new Limits(8 << 20, Limits.GREATEST_DEPTH, 64, 64, 10_000);
        byte[] text = ("{\"a\":[".repeat(128) + "]}".repeat(128)).getBytes(StandardCharsets.UTF_8);
        Document document = Document.parse(text, 0, text.length, deep);
        DocumentCheck.verify(document.packed(), 0, document.packedSize());
        assertThat(document.toJson(Layout.COMPACT)).isEqualTo(text);
        assertThat(document.root()).isEqualTo(document.root()).hasSameHashCodeAs(document.root());
    }

    @Test
    void editMayNotExceedTheDepth() {
        Document document = parse("{\"a\":{\"b\":1}}");
        int[] position = Walk.positions(document, "a", "b");
        assertThat(document.rewrite(position, target -> Value.parse("[]"), SMALL)
                        .toJson())
                .isEqualTo("{\"a\":{\"b\":[]}}");
        assertThatThrownBy(() -> document.rewrite(position, target -> Value.parse("[[]]"), SMALL))
                .hasMessage("nested containers: at most 3 allowed, 4 given");
    }

    @Test
    void editMayNotExceedTheSize() {
        Document document = parse("[1]");
        int[] position = Walk.positions(document, 0);
        assertThatThrownBy(() -> document.rewrite(position, target -> Value.of("x".repeat(300)), SMALL))
                .hasMessageStartingWith("bytes in a document: at most 300 allowed");
        assertThatThrownBy(() -> document.rewrite(position, target -> Value.parse("[1,2,3,4,5]"), SMALL))
                .hasMessage("values in a document: at most 6 allowed, 7 given");
    }

    @Test
    void editsThatNestTooDeepAreRefusedWhileTheyWrite() {
        Value deep = Value.parse("[]");
        for (int depth = 2; depth <= Limits.GREATEST_DEPTH; depth++) {
            Value inner = deep;
            deep = depth % 2 == 0
                    ? ArrayEdit.append(Value.parse("[]"), List.of(inner))
                    : ObjectEdit.set(Value.parse("{}"), new byte[] {'a'}, inner);
        }
        Value deepest = deep;
        DocumentCheck.verify(deepest.bytes(), deepest.position(), deepest.packedSize());
        assertThat(Nesting.depth(deepest)).isEqualTo(256);
        String refusal = "nested containers: at most 256 allowed, 257 given";
        for (Runnable edit : List.<Runnable>of(
                () -> ArrayEdit.append(Value.parse("[]"), List.of(deepest)),
                () -> ArrayEdit.insert(Value.parse("[1]"), 0, List.of(deepest)),
                () -> ObjectEdit.set(Value.parse("{}"), new byte[] {'a'}, deepest),
                () -> ObjectEdit.set(Value.parse("{\"a\":1}"), new byte[] {'a'}, deepest),
                () -> new PackedWriter().startObject().name("a").value(deepest))) {
            assertThatThrownBy(edit::run)
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessage(refusal);
        }
        PackedWriter writer = new PackedWriter();
        for (int depth = 0; depth < Limits.GREATEST_DEPTH; depth++) {
            writer.startArray();
        }
        assertThatThrownBy(writer::startArray).hasMessage(refusal);
        assertThatThrownBy(writer::startObject).hasMessage(refusal);
    }

    @Test
    void checkFindsResultsOfEditsThatAreTooLarge() {
        Limits.DEFAULT.check(Value.parse("[".repeat(128) + "]".repeat(128)));
        SMALL.check(Value.parse("[[[1,2,3]]]"));
        Value three = Value.parse("[[[]]]");
        assertThatThrownBy(() -> SMALL.check(ArrayEdit.append(Value.parse("[]"), List.of(three))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("nested containers: at most 3 allowed, 4 given");
        Value half = Value.of("x".repeat(200));
        assertThatThrownBy(() -> SMALL.check(StringEdit.append(half, half)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageStartingWith("bytes in a document: at most 300 allowed");
        assertThatThrownBy(() -> SMALL.check(
                        MergePatch.apply(Value.parse("{\"a\":1,\"b\":2,\"c\":3}"), Value.parse("{\"d\":[1,2,3]}"))))
                .hasMessage("values in a document: at most 6 allowed, 8 given");
    }

    @Test
    void nameBeyondThePackedFormIsRefused() {
        PackedWriter writer = new PackedWriter().startObject();
        assertThatThrownBy(() -> writer.name("n".repeat(1 << 21)))
                .hasMessage("bytes in a member name: at most 2097151 allowed, 2097152 given");
        Value object = writer.name("n".repeat((1 << 21) - 1))
                .integer(1)
                .endObject()
                .toDocument()
                .root();
        DocumentCheck.verify(object.bytes(), object.position(), object.packedSize());
    }

    @Test
    void limitsBeyondThePackedFormAreRefused() {
        for (Runnable limits : List.<Runnable>of(
                () -> new Limits(0, 1, 1, 1, 1),
                () -> new Limits(1, 257, 1, 1, 1),
                () -> new Limits(1, 1, 256, 1, 1),
                () -> new Limits(1, 1, 1, 1 << 21, 1),
                () -> new Limits(1, 1, 1, 1, 0))) {
            assertThatThrownBy(limits::run).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
