package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jackson's tree model, which says what a document should contain. */
final class JacksonOracle {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JacksonOracle() {}

    static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** Reads a value by every way there is and compares it with a tree, the order of members included. */
    static void assertSame(Value value, JsonNode tree) {
        switch (value.kind()) {
            case OBJECT -> assertSameMembers(value, tree);
            case ARRAY -> assertSameElements(value, tree);
            case STRING -> assertThat(value.string()).isEqualTo(tree.stringValue());
            case NUMBER -> assertThat(new BigDecimal(value.numberText())).isEqualByComparingTo(tree.decimalValue());
            case BOOLEAN -> assertThat(value.bool()).isEqualTo(tree.booleanValue());
            case NULL -> assertThat(tree.isNull()).isTrue();
        }
    }

    private static void assertSameMembers(Value object, JsonNode tree) {
        assertThat(tree.isObject()).isTrue();
        assertThat(object.size()).isEqualTo(tree.size());
        List<String> names = new ArrayList<>();
        for (Members members = object.members(); members.next(); ) {
            String name = members.name();
            names.add(name);
            Value found = Walk.to(object, name);
            assertThat(found.position()).isEqualTo(members.value().position());
            assertThat(members.nameEquals(Wtf8.encode(name))).isTrue();
            assertSame(found, tree.get(name));
        }
        assertThat(names).containsExactlyElementsOf(tree.propertyNames());
        assertThat(object.member("no such member")).isNull();
    }

    private static void assertSameElements(Value array, JsonNode tree) {
        assertThat(tree.isArray()).isTrue();
        assertThat(array.size()).isEqualTo(tree.size());
        int index = 0;
        for (Elements elements = array.elements(); elements.next(); index++) {
            Value found = Walk.to(array, index);
            assertThat(found.position()).isEqualTo(elements.value().position());
            assertSame(found, tree.get(index));
        }
        assertThat(index).isEqualTo(tree.size());
        assertThat(array.element(index)).isNull();
        assertThat(array.element(-1)).isNull();
    }
}
