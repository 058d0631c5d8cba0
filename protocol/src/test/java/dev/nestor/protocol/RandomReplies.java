package dev.nestor.protocol;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random nested replies, and what a client sees of them. */
final class RandomReplies {
    private final Random random;

    RandomReplies(Random random) {
        this.random = random;
    }

    Reply next() {
        return next(0);
    }

    private Reply next(int depth) {
        return switch (random.nextInt(depth < 4 ? 14 : 10)) {
            case 0 -> new Reply.Simple(word());
            case 1 -> new Failure("ERR", word());
            case 2 -> new Reply.Int(random.nextLong() >> random.nextInt(64));
            case 3 -> new Reply.Bool(random.nextBoolean());
            case 4 -> new Reply.Real(Double.longBitsToDouble(random.nextLong()));
            case 5 -> new Reply.Real(random.nextInt(1000) / 8.0);
            case 6 -> new Reply.BigNumber(new BigInteger(random.nextInt(200), random));
            case 7 -> new Reply.Verbatim("txt", word());
            case 8 -> random.nextBoolean() ? Reply.NIL : Reply.NIL_ARRAY;
            case 9 -> bulk();
            case 10 -> new Reply.Array(items(depth, 1));
            case 11 -> new Reply.Set(items(depth, 1));
            case 12 -> new Reply.Push(items(depth, 1));
            default -> new Reply.Map(items(depth, 2));
        };
    }

    private Reply bulk() {
        byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 5_000 : 30)];
        random.nextBytes(bytes);
        int offset = random.nextInt(bytes.length + 1);
        return new Reply.Bulk(bytes, offset, random.nextInt(bytes.length - offset + 1));
    }

    private String word() {
        return random.ints(random.nextInt(12), 0, 3)
                .mapToObj(letter -> List.of("a", "ü ", "€").get(letter))
                .reduce("x", String::concat);
    }

    private List<Reply> items(int depth, int multiple) {
        List<Reply> items = new ArrayList<>();
        for (int i = multiple * random.nextInt(5); i > 0; i--) {
            items.add(next(depth + 1));
        }
        return items;
    }

    /** Redis's rules, told once more: what a RESP2 client gets for a RESP3 type. */
    static Reply asSeenBy(RespVersion version, Reply reply) {
        boolean old = version == RespVersion.RESP2;
        return switch (reply) {
            case Reply.Simple _, Failure _, Reply.Int _, Reply.Bulk _, Reply.Nil _ -> reply;
            case Reply.NilArray _ -> old ? reply : Reply.NIL;
            case Reply.Bool bool -> old ? new Reply.Int(bool.value() ? 1 : 0) : reply;
            case Reply.Real real -> old ? Reply.bulk(RealText.of(real.value())) : reply;
            case Reply.BigNumber big -> old ? Reply.bulk(big.value().toString()) : reply;
            case Reply.Verbatim verbatim -> old ? Reply.bulk(verbatim.text()) : reply;
            case Reply.Array array -> new Reply.Array(asSeenBy(version, array.items()));
            case Reply.Set set -> aggregate(old, new Reply.Set(asSeenBy(version, set.items())), set.items(), version);
            case Reply.Push push ->
                aggregate(old, new Reply.Push(asSeenBy(version, push.items())), push.items(), version);
            case Reply.Map map -> aggregate(old, new Reply.Map(asSeenBy(version, map.items())), map.items(), version);
        };
    }

    private static Reply aggregate(boolean old, Reply kept, List<Reply> items, RespVersion version) {
        return old ? new Reply.Array(asSeenBy(version, items)) : kept;
    }

    private static List<Reply> asSeenBy(RespVersion version, List<Reply> items) {
        return items.stream().map(item -> asSeenBy(version, item)).toList();
    }
}
