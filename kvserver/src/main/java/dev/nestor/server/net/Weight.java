package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import java.util.List;

/** About how many bytes something keeps in memory. */
final class Weight {
    /** An object, and the reference to it. */
    private static final int OBJECT = 32;

    private Weight() {}

    static long of(Request request) {
        long bytes = OBJECT;
        for (int i = 0; i < request.size(); i++) {
            bytes += OBJECT + request.argument(i).length;
        }
        return bytes;
    }

    static long of(Reply reply) {
        return switch (reply) {
            case Reply.Bulk bulk -> OBJECT + bulk.length();
            case Reply.Verbatim verbatim -> OBJECT + verbatim.text().length();
            case Failure failure -> OBJECT + failure.message().length();
            case Reply.BigNumber big -> OBJECT + big.value().bitLength() / Byte.SIZE;
            case Reply.Array array -> of(array.items());
            case Reply.Set set -> of(set.items());
            case Reply.Push push -> of(push.items());
            case Reply.Map map -> of(map.items());
            case Reply.Simple _, Reply.Int _, Reply.Bool _, Reply.Real _, Reply.Nil _, Reply.NilArray _ -> OBJECT;
        };
    }

    private static long of(List<Reply> items) {
        long bytes = OBJECT;
        for (Reply item : items) {
            bytes += of(item);
        }
        return bytes;
    }
}
