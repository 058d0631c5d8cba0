package dev.nestor.server.command;

import dev.nestor.document.Value;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.RespVersion;

/** FORMAT: in what shape values are answered. All but the first are for RESP3 alone. */
enum JsonFormat {
    /** JSON text of the whole answer; of an ARRPOP, of each element, and then it is called STRINGS. */
    STRING,
    /** Containers and strings as JSON text, all else in the types of the protocol. */
    EXPAND1,
    /** Everything in the types of the protocol. */
    EXPAND;

    /**
     * Reads the word behind FORMAT.
     *
     * @param text what the first one is called there
     */
    static JsonFormat of(String word, String text, RespVersion version) {
        JsonFormat format = word.equals(text) ? STRING : expanded(word);
        if (format != STRING && version == RespVersion.RESP2) {
            throw Refusal.of("FORMAT argument is not supported on RESP2");
        }
        return format;
    }

    private static JsonFormat expanded(String word) {
        return switch (word) {
            case "EXPAND1" -> EXPAND1;
            case "EXPAND" -> EXPAND;
            default -> throw Refusal.of("wrong reply format");
        };
    }

    Reply of(Value value, JsonValues values) {
        return switch (this) {
            case STRING -> JsonValues.text(value);
            case EXPAND1 -> values.shallow(value);
            case EXPAND -> values.expanded(value);
        };
    }
}
