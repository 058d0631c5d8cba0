package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a reply into a batch in either version of the protocol. Numbers and lengths are written digit by digit. */
final class ReplyEncoder {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] NIL_RESP3 = ascii("_\r\n");
    private static final byte[] NIL_BULK = ascii("$-1\r\n");
    private static final byte[] NIL_ARRAY = ascii("*-1\r\n");

    /** A mark, a sign, 19 digits and a line end. */
    private static final int LONGEST_NUMBER = 23;

    private final ReplyBatch out;
    private final byte[] line = new byte[LONGEST_NUMBER];

    ReplyEncoder(ReplyBatch out) {
        this.out = out;
    }

    void encode(Reply reply, RespVersion version) {
        switch (version) {
            case RESP2 -> resp2(reply, 0);
            case RESP3 -> resp3(reply, 0);
        }
    }

    private void resp3(Reply reply, int depth) {
        switch (reply) {
            case Reply.Bulk bulk -> bulk(bulk);
            case Reply.Int number -> number(':', number.value());
            case Reply.Simple simple -> line('+', simple.text());
            case Failure failure -> line('-', failure.line());
            case Reply.Nil _, Reply.NilArray _ -> copy(NIL_RESP3);
            case Reply.Bool bool -> line('#', bool.value() ? "t" : "f");
            case Reply.Real real -> line(',', RealText.of(real.value()));
            case Reply.BigNumber big -> line('(', big.value().toString());
            case Reply.Verbatim verbatim -> bulk('=', verbatim.format() + ":" + verbatim.text());
            case Reply.Array array -> items('*', array.items(), 1, RespVersion.RESP3, depth);
            case Reply.Set set -> items('~', set.items(), 1, RespVersion.RESP3, depth);
            case Reply.Push push -> items('>', push.items(), 1, RespVersion.RESP3, depth);
            case Reply.Map map -> items('%', map.items(), 2, RespVersion.RESP3, depth);
        }
    }

    private void resp2(Reply reply, int depth) {
        switch (reply) {
            case Reply.Bulk bulk -> bulk(bulk);
            case Reply.Int number -> number(':', number.value());
            case Reply.Simple simple -> line('+', simple.text());
            case Failure failure -> line('-', failure.line());
            case Reply.Nil _ -> copy(NIL_BULK);
            case Reply.NilArray _ -> copy(NIL_ARRAY);
            case Reply.Bool bool -> number(':', bool.value() ? 1 : 0);
            case Reply.Real real -> bulk('$', RealText.of(real.value()));
            case Reply.BigNumber big -> bulk('$', big.value().toString());
            case Reply.Verbatim verbatim -> bulk('$', verbatim.text());
            case Reply.Array array -> items('*', array.items(), 1, RespVersion.RESP2, depth);
            case Reply.Set set -> items('*', set.items(), 1, RespVersion.RESP2, depth);
            case Reply.Push push -> items('*', push.items(), 1, RespVersion.RESP2, depth);
            case Reply.Map map -> items('*', map.items(), 1, RespVersion.RESP2, depth);
        }
    }

    private void items(char mark, List<Reply> items, int perElement, RespVersion version, int depth) {
        if (depth == Reply.MAX_DEPTH) {
            throw new IllegalArgumentException("A reply nests deeper than " + Reply.MAX_DEPTH);
        }
        number(mark, items.size() / perElement);
        for (Reply item : items) {
            switch (version) {
                case RESP2 -> resp2(item, depth + 1);
                case RESP3 -> resp3(item, depth + 1);
            }
        }
    }

    private void bulk(Reply.Bulk bulk) {
        number('$', bulk.length());
        out.copy(bulk.bytes(), bulk.offset(), bulk.length());
        copy(LINE_END);
    }

    private void bulk(char mark, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(mark, bytes.length);
        copy(bytes);
        copy(LINE_END);
    }

    private void line(char mark, String text) {
        out.room(1).writeByte(mark);
        copy(text.getBytes(StandardCharsets.UTF_8));
        copy(LINE_END);
    }

    private void number(char mark, long value) {
        int start = LONGEST_NUMBER;
        line[--start] = '\n';
        line[--start] = '\r';
        // On the negative side, where the smallest long has its place too.
        long rest = value < 0 ? value : -value;
        do {
            line[--start] = (byte) ('0' - rest % 10);
            rest /= 10;
        } while (rest != 0);
        if (value < 0) {
            line[--start] = '-';
        }
        line[--start] = (byte) mark;
        ByteBuf buffer = out.room(LONGEST_NUMBER - start);
        buffer.writeBytes(line, start, LONGEST_NUMBER - start);
    }

    private void copy(byte[] bytes) {
        out.copy(bytes, 0, bytes.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
