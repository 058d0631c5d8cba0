package dev.nestor.server.command;

import dev.nestor.protocol.Request;
import java.nio.charset.StandardCharsets;

/** Names that clients give themselves: visible ASCII, because CLIENT LIST separates its fields by blanks. */
final class ClientName {
    private ClientName() {}

    /**
     * The word at an index.
     *
     * @param what the kind of name, for the error
     */
    static String of(Request request, int index, String what) {
        for (byte letter : request.argument(index)) {
            if (letter < '!' || letter > '~') {
                throw Refusal.of(what + " cannot contain spaces, newlines or special characters.");
            }
        }
        return new String(request.argument(index), StandardCharsets.US_ASCII);
    }
}
