package dev.nestor.document;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Packs one JSON text: Jackson finds the tokens, this class holds the limits and feeds the writer. */
final class JsonReader {
    /** Jackson's own limits are out of the way: {@link Limits} are the ones that bite. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final byte[] text;
    private final int offset;
    private final int length;
    private final Limits limits;
    private final PackedWriter writer;
    private final byte[] number;
    private int depth;
    private int nodes;

    JsonReader(byte[] text, int offset, int length, Limits limits) {
        this.text = text;
        this.offset = offset;
        this.length = length;
        this.limits = limits;
        limits.checkDocumentBytes(length);
        this.writer = new PackedWriter(length + 16);
        this.number = new byte[limits.numberLength()];
    }

    Document read() {
        int start = offset + Utf8Text.check(text, offset, length);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text, start, offset + length - start)) {
            try {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    throw syntaxError("no value", length);
                }
                while (token != null) {
                    accept(token, parser);
                    token = parser.nextToken();
                    if (token != null && depth == 0) {
                        throw syntaxError("more than one value", offset(parser));
                    }
                }
            } catch (JacksonException e) {
                throw syntaxError(e.getOriginalMessage(), offset(parser));
            } catch (DuplicateNameException e) {
                throw syntaxError(DuplicateNameException.message(e.name()), offset(parser));
            }
        }
        return writer.toDocument();
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentLocation().getByteOffset();
    }

    private JsonSyntaxException syntaxError(String problem, int at) {
        return Utf8Text.error(problem, text, offset, Math.min(at, length));
    }

    private void accept(JsonToken token, JsonParser parser) {
        switch (token) {
            case START_OBJECT -> {
                startContainer();
                writer.startObject();
            }
            case START_ARRAY -> {
                startContainer();
                writer.startArray();
            }
            case END_OBJECT -> {
                depth--;
                writer.endObject();
            }
            case END_ARRAY -> {
                depth--;
                writer.endArray();
            }
            case PROPERTY_NAME -> writeName(parser.currentName());
            case VALUE_STRING -> {
                startValue();
                int from = parser.getStringOffset();
                writer.string(parser.getStringCharacters(), from, from + parser.getStringLength());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> writeNumber(parser);
            case VALUE_TRUE, VALUE_FALSE -> {
                startValue();
                writer.bool(token == JsonToken.VALUE_TRUE);
            }
            case VALUE_NULL -> {
                startValue();
                writer.nullValue();
            }
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new AssertionError(token);
        }
    }

    private void startContainer() {
        startValue();
        limits.checkDepth(++depth);
    }

    private void startValue() {
        limits.checkNodes(++nodes);
    }

    private void writeName(String name) {
        writer.name(name);
    }

    private void writeNumber(JsonParser parser) {
        startValue();
        int size = parser.getStringLength();
        limits.checkNumberLength(size);
        char[] chars = parser.getStringCharacters();
        int from = parser.getStringOffset();
        for (int i = 0; i < size; i++) {
            number[i] = (byte) chars[from + i];
        }
        writer.number(number, 0, size);
    }
}
