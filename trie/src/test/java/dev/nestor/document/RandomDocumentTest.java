package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.document.Value.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RandomDocumentTest {
    private static final int DOCUMENTS = 500;
    private static final int MOST_VALUES = 300;

    /** A document in both forms. The name tells how to make it again. */
    record Sample(long seed, Document document, RandomJson json) {
        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    static Stream<Sample> samples() {
        return IntStream.range(0, DOCUMENTS).mapToObj(i -> {
            RandomJson json = new RandomJson(new Random(RandomJson.seed() + i), MOST_VALUES);
            Document document = Document.parse(json.spelled().getBytes(StandardCharsets.UTF_8));
            return new Sample(RandomJson.seed() + i, document, json);
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void containsWhatJacksonReads(Sample sample) {
        JacksonOracle.assertSame(sample.document.root(), JacksonOracle.parse(sample.json.spelled()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void comesBackCharacterByCharacter(Sample sample) {
        assertThat(sample.document.toJson()).isEqualTo(sample.json.written());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void indentedTextHoldsTheSameValue(Sample sample) {
        byte[] indented = sample.document.toJson(Layout.INDENTED);
        assertThat(Document.parse(indented).packed()).isEqualTo(sample.document.packed());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsTheSameInTheMiddleOfALargerArray(Sample sample) {
        byte[] packed = sample.document.packed();
        byte[] larger = new byte[packed.length + 20];
        new Random(sample.seed).nextBytes(larger);
        System.arraycopy(packed, 0, larger, 7, packed.length);
        DocumentCheck.verify(larger, 7, packed.length);
        assertThat(Document.ofPacked(larger, 7, packed.length).toJson()).isEqualTo(sample.json.written());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isEqualToItselfInAnyOrderOfMembers(Sample sample) {
        Value shuffled = shuffle(sample.document.root(), new Random(sample.seed));
        assertThat(shuffled).isEqualTo(sample.document.root()).hasSameHashCodeAs(sample.document.root());
    }

    private static Value shuffle(Value value, Random random) {
        PackedWriter writer = new PackedWriter();
        if (value.kind() == Kind.OBJECT) {
            List<String> names = new ArrayList<>();
            for (Members members = value.members(); members.next(); ) {
                names.add(random.nextInt(names.size() + 1), members.name());
            }
            writer.startObject();
            names.forEach(name -> writer.name(name).value(shuffle(Walk.to(value, name), random)));
            return writer.endObject().toDocument().root();
        }
        return writer.value(value).toDocument().root();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void replacesAndRemovesLikeJackson(Sample sample) {
        Random random = new Random(sample.seed);
        for (int edits = 0; edits < 5; edits++) {
            JsonNode tree = JacksonOracle.parse(sample.json.spelled());
            Edit edit = new Edit(random);
            edit.plan(sample.document.root(), tree);
            Document edited = sample.document.rewrite(edit.positions(), target -> edit.replacement);
            DocumentCheck.verify(edited.packed(), 0, edited.packedSize());
            JacksonOracle.assertSame(edited.root(), tree);
        }
    }

    /** Chooses values at random, and does to the tree what is to be done to the document. */
    private static final class Edit {
        private final Random random;
        private final int oneOf;
        private final List<Integer> chosen = new ArrayList<>();
        final @Nullable Value replacement;
        private final @Nullable JsonNode replacementTree;

        Edit(Random random) {
            this.random = random;
            this.oneOf = 2 + random.nextInt(30);
            boolean remove = random.nextBoolean();
            String text = new RandomJson(random, 10).written();
            this.replacement = remove ? null : Value.parse(text);
            this.replacementTree = remove ? null : JacksonOracle.parse(text);
        }

        int[] positions() {
            return chosen.stream().mapToInt(Integer::intValue).toArray();
        }

        void plan(Value value, JsonNode tree) {
            switch (value.kind()) {
                case OBJECT -> planMembers(value, (ObjectNode) tree);
                case ARRAY -> planElements(value, (ArrayNode) tree);
                case STRING, NUMBER, BOOLEAN, NULL -> {}
            }
        }

        private void planMembers(Value object, ObjectNode tree) {
            for (Members members = object.members(); members.next(); ) {
                if (random.nextInt(oneOf) > 0) {
                    plan(members.value(), tree.get(members.name()));
                    continue;
                }
                chooseWithContent(members.value());
                if (replacementTree == null) {
                    tree.remove(members.name());
                } else {
                    tree.set(members.name(), replacementTree);
                }
            }
        }

        private void planElements(Value array, ArrayNode tree) {
            int index = 0;
            for (Elements elements = array.elements(); elements.next(); index++) {
                if (random.nextInt(oneOf) > 0) {
                    plan(elements.value(), tree.get(index));
                    continue;
                }
                chooseWithContent(elements.value());
                if (replacementTree == null) {
                    tree.remove(index--);
                } else {
                    tree.set(index, replacementTree);
                }
            }
        }

        /** Targets in a target are to be skipped, so some are chosen too. */
        private void chooseWithContent(Value value) {
            chosen.add(value.position());
            Value inner = value.element(0);
            if (inner != null && random.nextBoolean()) {
                chosen.add(inner.position());
            }
        }
    }
}
