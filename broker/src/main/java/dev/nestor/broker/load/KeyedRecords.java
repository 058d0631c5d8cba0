package dev.nestor.broker.load;

import dev.nestor.broker.Key;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record per line, an object that names its key in one of its members (NDJSON). The member {@code _key} is there for
 * that alone and does not become part of the document; one of another name is data as well, and stays.
 */
final class KeyedRecords implements Records {
    static final String USUAL_FIELD = "_key";

    private final Lines lines;
    private final Key field;
    private final boolean dropped;

    KeyedRecords(Input input, String field) {
        this.lines = new Lines(input, this::record);
        this.field = Key.of(field);
        this.dropped = field.equals(USUAL_FIELD);
    }

    /** Whether the object that begins there names its key. */
    static boolean isKeyed(JsonText text, int from, String field) {
        try {
            return find(text, from + 1, Key.of(field)) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public @Nullable Item next() throws IOException {
        return lines.next();
    }

    /** Where the member stands that names the key: its name, its value, and the end of that. */
    private record Member(int name, int value, int end) {}

    private Item record(byte[] bytes, int from, int to, long line) {
        JsonText text = new JsonText(bytes, to);
        if (!text.is(from, '{')) {
            throw new IllegalArgumentException("expected an object");
        }
        Member member = find(text, from + 1, field);
        if (member == null) {
            throw new IllegalArgumentException("there is no " + field + " in it");
        }
        Key key = text.is(member.value(), '"')
                ? text.key(member.value(), member.end())
                : number(bytes, member.value(), member.end());
        byte[] json = dropped ? without(text, bytes, from, to, member) : Arrays.copyOfRange(bytes, from, to);
        return new Item.Document(line, key, json);
    }

    private static @Nullable Member find(JsonText text, int from, Key field) {
        int name = text.skipBlanks(from);
        while (text.is(name, '"')) {
            int nameEnd = text.skipString(name);
            int colon = text.skipBlanks(nameEnd);
            int value = text.skipBlanks(colon + 1);
            int end = text.skipValue(value);
            int after = text.skipBlanks(end);
            if (!text.is(colon, ':') || !(text.is(after, ',') || text.is(after, '}'))) {
                throw new IllegalArgumentException("this is no JSON object");
            }
            if (isField(text, name, nameEnd, field)) {
                return new Member(name, value, end);
            }
            name = text.skipBlanks(after + 1);
        }
        return null;
    }

    private static boolean isField(JsonText text, int name, int end, Key field) {
        return end - name > 2 && text.key(name, end).equals(field);
    }

    private Key number(byte[] bytes, int from, int to) {
        Key key = new Key(Arrays.copyOfRange(bytes, from, to));
        if (!key.text().strip().matches("-?[0-9.eE+-]+")) {
            throw new IllegalArgumentException(field + " is neither a string nor a number");
        }
        return Key.of(key.text().strip());
    }

    /** The object without the member, and without the comma that parted it from the others. */
    private static byte[] without(JsonText text, byte[] bytes, int from, int to, Member member) {
        int after = text.skipBlanks(member.end());
        int next = text.is(after, ',') ? text.skipBlanks(after + 1) : after;
        int before = member.name();
        if (next == after) {
            before = withoutComma(bytes, before);
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream(to - from);
        rest.write(bytes, from, before - from);
        rest.write(bytes, next, to - next);
        return rest.toByteArray();
    }

    private static int withoutComma(byte[] bytes, int name) {
        int i = name;
        while (JsonText.isBlank(bytes[i - 1])) {
            i--;
        }
        return bytes[i - 1] == ',' ? i - 1 : name;
    }
}
