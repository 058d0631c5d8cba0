package dev.nestor.datagen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record as maps, strings, integers, doubles and booleans: what a JSON parser makes of its text. */
final class RecordTree implements RecordSink {
    private final RecordGenerator generator;
    private final Map<String, Object> root = new LinkedHashMap<>();
    private final Deque<Map<String, Object>> open = new ArrayDeque<>();
    private String name = "";

    private RecordTree(RecordGenerator generator) {
        this.generator = generator;
        open.push(root);
    }

    static Map<String, Object> of(RecordGenerator generator, long index) {
        var tree = new RecordTree(generator);
        generator.generate(index, tree);
        return tree.root;
    }

    @Override
    public void member(int field) {
        name = generator.fields().get(field).name();
    }

    @Override
    public void text(byte[] letters) {
        add(new String(letters, US_ASCII));
    }

    @Override
    public void whole(int value) {
        add(value);
    }

    @Override
    public void decimal(int thousandths) {
        add(thousandths / 1000.0);
    }

    @Override
    public void truth(boolean value) {
        add(value);
    }

    @Override
    public void startObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        add(object);
        open.push(object);
    }

    @Override
    public void endObject() {
        open.pop();
    }

    private void add(Object value) {
        if (open.element().put(name, value) != null) {
            throw new AssertionError("Two members named " + name);
        }
    }
}
