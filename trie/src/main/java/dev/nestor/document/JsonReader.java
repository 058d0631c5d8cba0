package dev.nestor.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Packs one JSON text (RFC 8259): Jackson finds the tokens, this class holds the limits and feeds the writer.
 *
 * <p>Jackson gets characters, not bytes: from bytes it would guess the encoding and let malformed UTF-8 pass, and names
 * would go through its table of symbols, where a hostile text can have thousands of them collide.
 */
final class JsonReader {
    /** Jackson's own limits are out of the way: {@link Limits} are the ones that bite. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** How Jackson tells its own users to make it lenient, or where a container began in its own words. */
    private static final Pattern ADVICE = Pattern.compile(
            "(: enable |: hexadecimal | \\(not recognized |: was expecting \\(JSON| \\(consider | \\(for .* starting at).*",
            Pattern.DOTALL);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final byte[] text;
    private final int offset;
    private final int length;
    private final Limits limits;
    private final PackedWriter writer;
    private final GrowingBytes encoded = new GrowingBytes(64);
    private int depth;
    private int nodes;

    JsonReader(byte[] text, int offset, int length, Limits limits) {
        limits.checkDocumentBytes(length);
        this.text = text;
        this.offset = offset;
        this.length = length;
        this.limits = limits;
        this.writer = new PackedWriter(length + 16);
    }

    Document read() {
        CharBuffer chars = decode();
        if (chars.hasRemaining() && chars.charAt(0) == BYTE_ORDER_MARK) {
            chars.get();
        }
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), chars.array(), chars.position(), chars.remaining())) {
            try {
                readAll(parser, chars);
            } catch (JacksonException e) {
                throw explain(e, chars);
            } catch (DuplicateNameException e) {
                int end = (int) parser.currentLocation().getCharOffset();
                throw error(DuplicateNameException.message(e.name()), chars, end - 1);
            }
        }
        return writer.toDocument();
    }

    /** Strictly: what is not UTF-8 is an error. */
    private CharBuffer decode() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(text, offset, length);
        CharBuffer chars = CharBuffer.allocate(length);
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            throw JsonSyntaxException.at("invalid UTF-8", text, offset, bytes.position());
        }
        return chars.flip();
    }

    private void readAll(JsonParser parser, CharBuffer chars) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw JsonSyntaxException.at("no value", text, offset, offset + length);
        }
        while (token != null) {
            accept(token, parser);
            token = parser.nextToken();
            if (token != null && depth == 0) {
                int second = (int) parser.currentTokenLocation().getCharOffset();
                throw error("more than one value", chars, second);
            }
        }
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
            case PROPERTY_NAME -> {
                encode(parser);
                limits.checkNameBytes(encoded.size);
                writer.name(encoded.array, 0, encoded.size);
            }
            case VALUE_STRING -> {
                startValue();
                encode(parser);
                writer.string(encoded.array, 0, encoded.size);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                startValue();
                limits.checkNumberLength(parser.getStringLength());
                encode(parser);
                writer.number(encoded.array, 0, encoded.size);
            }
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

    /** Encodes the text of the current token. */
    private void encode(JsonParser parser) {
        encoded.size = 0;
        Wtf8.append(encoded, parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    private JsonSyntaxException explain(JacksonException failure, CharBuffer chars) {
        int at = (int) failure.getLocation().getCharOffset();
        String problem = failure instanceof UnexpectedEndOfInputException
                ? "the text ends too early"
                : ADVICE.matcher(failure.getOriginalMessage()).replaceFirst("");
        return error(problem, chars, at);
    }

    /** An error at a character, which stands at a later byte when characters before it take several. */
    private JsonSyntaxException error(String problem, CharBuffer chars, int at) {
        String before = new String(chars.array(), 0, chars.position() + Math.clamp(at, 0, chars.remaining()));
        return JsonSyntaxException.at(problem, text, offset, offset + before.getBytes(StandardCharsets.UTF_8).length);
    }
}
