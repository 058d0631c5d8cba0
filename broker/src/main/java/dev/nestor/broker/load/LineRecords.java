package dev.nestor.broker.load;

import dev.nestor.broker.Key;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record per line, {@code "key": value}, where the members of an object may stand between semicolons as well as between
 * commas.
 */
final class LineRecords implements Records {
    private final Lines lines;

    LineRecords(Input input) {
        this.lines = new Lines(input, LineRecords::record);
    }

    @Override
    public @Nullable Item next() throws IOException {
        return lines.next();
    }

    private static Item record(byte[] bytes, int from, int to, long line) {
        JsonText text = new JsonText(bytes, to);
        if (!text.is(from, '"')) {
            throw new IllegalArgumentException("expected \"key\": value");
        }
        int keyEnd = text.skipString(from);
        if (keyEnd > to) {
            throw new IllegalArgumentException("the key has no end");
        }
        int colon = text.skipBlanks(keyEnd);
        if (!text.is(colon, ':')) {
            throw new IllegalArgumentException("expected a colon behind the key");
        }
        int value = text.skipBlanks(colon + 1);
        if (value == to) {
            throw new IllegalArgumentException("the value is missing");
        }
        Key key = text.key(from, keyEnd);
        return new Item.Document(line, key, withCommas(bytes, value, to));
    }

    /** Turns semicolons into commas, save for those in strings. */
    private static byte[] withCommas(byte[] bytes, int from, int to) {
        byte[] json = Arrays.copyOfRange(bytes, from, to);
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            byte next = json[i];
            if (next == '"') {
                inString = !inString;
            } else if (next == '\\') {
                // Whatever follows belongs to the escape; outside of strings a server will refuse it.
                i++;
            } else if (next == ';' && !inString) {
                json[i] = ',';
            }
        }
        return json;
    }
}
