package dev.nestor.broker.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.broker.Key;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds its way in JSON text without understanding more than strings and brackets. A place behind the text's end means
 * that it ends too early.
 */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final byte[] bytes;
    private final int end;

    JsonText(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** The first place from here on that is no blank. */
    int skipBlanks(int from) {
        int i = from;
        while (i < end && isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    /** The place behind the string that begins here; behind the text's end if it never ends. */
    int skipString(int from) {
        for (int i = from + 1; i < end; i++) {
            if (bytes[i] == '"') {
                return i + 1;
            }
            if (bytes[i] == '\\') {
                i++;
            }
        }
        return end + 1;
    }

    /** The place behind the value that begins here; behind the text's end if it never ends. */
    int skipValue(int from) {
        int depth = 0;
        int i = from;
        while (i < end) {
            byte next = bytes[i];
            if (next == '"') {
                i = skipString(i);
            } else if (depth == 0 && (next == ',' || next == '}' || next == ']')) {
                return i;
            } else {
                depth += nesting(next);
                i++;
            }
            if (depth == 0 && (next == '"' || next == '}' || next == ']')) {
                return i;
            }
        }
        return depth == 0 ? i : end + 1;
    }

    static int nesting(int next) {
        return switch (next) {
            case '{', '[' -> 1;
            case '}', ']' -> -1;
            default -> 0;
        };
    }

    boolean is(int place, char wanted) {
        return place < end && bytes[place] == wanted;
    }

    /**
     * The key that a string says.
     *
     * @param from the place of its first quotation mark
     * @param to the place behind its last one
     * @throws IllegalArgumentException if it is none, with a message for people
     */
    Key key(int from, int to) {
        boolean plain = true;
        boolean ascii = true;
        for (int i = from + 1; i < to - 1; i++) {
            plain &= bytes[i] != '\\' && (bytes[i] < 0 || bytes[i] >= ' ');
            ascii &= bytes[i] >= 0;
        }
        if (to - from == 2) {
            throw new IllegalArgumentException("the key is empty");
        }
        if (!ascii) {
            checkUtf8(from, to);
        }
        return plain ? new Key(Arrays.copyOfRange(bytes, from + 1, to - 1)) : unescaped(from, to);
    }

    private void checkUtf8(int from, int to) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the key is not UTF-8", e);
        }
    }

    private Key unescaped(int from, int to) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            parser.nextToken();
            return Key.of(parser.getString());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the key is not a string: " + e.getOriginalMessage(), e);
        }
    }

    static boolean isBlank(int next) {
        return next == ' ' || next == '\t' || next == '\r' || next == '\n';
    }
}
