package dev.nestor.broker.repl;

import dev.nestor.document.DocumentException;
import dev.nestor.document.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What PUT takes: {@code key:{json}} or {@code key {json}}, the key in quotes or not.
 *
 * <p>A colon may belong to a key without quotes, as in {@code user:1 {"a":5}}. So every colon and blank before the value
 * might be where the key ends, and it ends at the first one behind which there is a JSON value. Braces and brackets may
 * belong to a key as well, as in {@code {user}:1 5}.
 */
record KeyAndValue(String key, Value value) {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*:\\s*|\\s+");
    private static final Pattern VALUE_FOR_CERTAIN = Pattern.compile("\"|(?<=[\\s:])[{\\[]");

    /** @param rest what follows PUT */
    static KeyAndValue parse(String rest) {
        String text = rest.strip();
        if (text.isEmpty()) {
            throw new BadCommandException("There must be a key and a value: write PUT key {json}");
        }
        KeyAndValue parsed = text.startsWith("\"") ? quoted(text) : bare(text);
        if (parsed.key.isEmpty()) {
            throw new BadCommandException("A key must not be empty");
        }
        return parsed;
    }

    private static KeyAndValue quoted(String text) {
        int end = JsonText.stringEnd(text, 0);
        if (end == 0) {
            throw new BadCommandException("The quote is not closed: " + text);
        }
        Matcher separator = SEPARATOR.matcher(text).region(end, text.length());
        String key = Words.unquoted(text.substring(0, end));
        int value = separator.lookingAt() ? separator.end() : end;
        return new KeyAndValue(key, value(key, text.substring(value)));
    }

    private static KeyAndValue bare(String text) {
        Matcher certain = VALUE_FOR_CERTAIN.matcher(text);
        int latest = certain.find() ? certain.start() : text.length();
        @Nullable BadCommandException first = null;
        Matcher separator = SEPARATOR.matcher(text);
        while (separator.find() && separator.start() <= latest) {
            String key = text.substring(0, separator.start());
            try {
                return new KeyAndValue(key, value(key, text.substring(separator.end())));
            } catch (BadCommandException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? noValue(text) : first;
    }

    private static Value value(String key, String json) {
        if (json.isEmpty()) {
            throw noValue(key);
        }
        return value(json);
    }

    /** A JSON value, a semicolon being as good as a comma in it. */
    static Value value(String json) {
        try {
            return Value.parse(JsonText.withCommas(json));
        } catch (DocumentException e) {
            throw new BadCommandException("The value is not JSON, nothing was changed: " + e.getMessage());
        }
    }

    private static BadCommandException noValue(String key) {
        return new BadCommandException("The value is missing: write PUT " + key + " {json}");
    }
}
