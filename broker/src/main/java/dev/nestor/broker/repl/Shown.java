package dev.nestor.broker.repl;

import dev.nestor.document.Value;

/** Text from documents and servers in a form that a terminal shows instead of obeying. */
final class Shown {
    private Shown() {}

    /** A key or a member's name: as it is, or in quotes when it could be taken for something else. */
    static String name(String name) {
        boolean plain = !name.isEmpty()
                && name.chars().noneMatch(character -> isUnsafe(character) || Character.isWhitespace(character))
                && name.indexOf('"') < 0;
        return plain ? name : string(name);
    }

    /** A JSON string. */
    static String string(String text) {
        return withoutControls(Value.of(text).toString());
    }

    /** JSON escapes the control characters below the blank; terminals obey others as well. */
    static String withoutControls(String text) {
        if (text.chars().noneMatch(Shown::isUnsafe)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (isUnsafe(character)) {
                shown.append("\\u00").append(hex(character >> 4)).append(hex(character));
            } else {
                shown.append(character);
            }
        }
        return shown.toString();
    }

    private static char hex(int number) {
        return Character.forDigit(number & 15, 16);
    }

    private static boolean isUnsafe(int character) {
        return (character < ' ' && character != '\n') || (character >= 0x7F && character < 0xA0);
    }
}
