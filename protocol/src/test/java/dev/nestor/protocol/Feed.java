package dev.nestor.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Feeds a parser bytes in chosen pieces and notes what comes out. */
final class Feed {
    private Feed() {}

    /** What came out: frames, and the refusal that ended them, or "". */
    record Outcome<F>(List<F> frames, String refusal) {}

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Outcome<Request> requests(FrameLimits limits, byte[] bytes, int... cuts) {
        RequestParser parser = new RequestParser(limits);
        List<Request> requests = new ArrayList<>();
        return feed(in -> parser.parse(in, requests::add), requests, bytes, cuts);
    }

    static Outcome<Request> requests(String bytes) {
        return requests(FrameLimits.AUTHENTICATED, latin(bytes));
    }

    static Outcome<Reply> replies(FrameLimits limits, byte[] bytes, int... cuts) {
        ReplyParser parser = new ReplyParser(limits);
        List<Reply> replies = new ArrayList<>();
        return feed(in -> parser.parse(in, replies::add), replies, bytes, cuts);
    }

    static Outcome<Reply> replies(String bytes) {
        return replies(FrameLimits.AUTHENTICATED, latin(bytes));
    }

    /** Every place at which that many bytes can be cut in two or more: after each byte. */
    static int[] everywhere(int length) {
        int[] cuts = new int[length];
        Arrays.setAll(cuts, i -> i);
        return cuts;
    }

    private interface Parser {
        void parse(ByteBuf in) throws ProtocolException;
    }

    private static <F> Outcome<F> feed(Parser parser, List<F> frames, byte[] bytes, int... cuts) {
        int from = 0;
        String refusal = "";
        for (int cut = 0; cut <= cuts.length && refusal.isEmpty(); cut++) {
            int to = cut == cuts.length ? bytes.length : cuts[cut];
            ByteBuf piece = Unpooled.wrappedBuffer(bytes, from, to - from);
            try {
                parser.parse(piece);
            } catch (ProtocolException e) {
                refusal = String.valueOf(e.getMessage());
            }
            if (piece.isReadable()) {
                throw new AssertionError(piece.readableBytes() + " bytes were not consumed");
            }
            from = to;
        }
        return new Outcome<>(List.copyOf(frames), refusal);
    }
}
