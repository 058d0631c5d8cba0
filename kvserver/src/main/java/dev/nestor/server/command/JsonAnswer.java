package dev.nestor.server.command;

import dev.nestor.document.Document;
import dev.nestor.document.Layout;
import dev.nestor.document.Limits;
import dev.nestor.document.Value;
import dev.nestor.document.path.Match;
import dev.nestor.document.path.Path;
import dev.nestor.protocol.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What paths lead to, as one JSON text:
 *
 * <pre>
 *   JSON.GET key .a           1              a legacy path: the first value
 *   JSON.GET key $.a          [1]            a JSONPath: an array of all values
 *   JSON.GET key .a .b        {".a":1,".b":2}
 *   JSON.GET key .a $.b       {".a":[1],"$.b":[2]}
 * </pre>
 */
final class JsonAnswer {
    /** An answer nests a document in one array and one object, and repeats what is nested in it. */
    private static final Limits LIMITS =
            new Limits((int) ReplyBudget.BYTES, 256, 255, (1 << 21) - 1, (int) ReplyBudget.BYTES);

    private JsonAnswer() {}

    /** The answer to one path or several; throws a {@link Refusal} if a legacy one leads nowhere. */
    static Reply text(Value root, List<Path> paths, Layout layout) {
        ReplyBudget budget = new ReplyBudget();
        byte[] compact = paths.size() == 1
                ? one(root, paths.getFirst(), JsonReads.isLegacy(paths.getFirst()), budget)
                : several(root, paths, budget);
        return Reply.bulk(layout.equals(Layout.COMPACT) ? compact : laidOut(compact, layout));
    }

    /** The answer to one path in one line; throws a {@link Refusal} if a legacy one leads nowhere. */
    static Reply text(Value root, Path path, ReplyBudget budget) {
        return Reply.bulk(one(root, path, JsonReads.isLegacy(path), budget));
    }

    private static byte[] one(Value root, Path path, boolean legacy, ReplyBudget budget) {
        if (legacy) {
            return text(JsonReads.first(path, root), budget);
        }
        if (path.isDefinite()) {
            Value value = path.find(root);
            return enclosed('[', value == null ? List.of() : List.of(text(value, budget)), ']');
        }
        List<byte[]> texts = new ArrayList<>();
        for (Match match : path.matches(root)) {
            texts.add(text(match.value(), budget));
        }
        return enclosed('[', texts, ']');
    }

    private static byte[] text(Value value, ReplyBudget budget) {
        byte[] text = value.toJson(Layout.COMPACT);
        budget.spend(text.length);
        return text;
    }

    private static byte[] several(Value root, List<Path> paths, ReplyBudget budget) {
        boolean legacy = paths.stream().allMatch(JsonReads::isLegacy);
        Map<String, byte[]> answers = new LinkedHashMap<>();
        paths.forEach(path -> answers.computeIfAbsent(path.toString(), name -> one(root, path, legacy, budget)));
        List<byte[]> members = new ArrayList<>();
        answers.forEach((name, answer) -> members.add(member(name, answer)));
        return enclosed('{', members, '}');
    }

    private static byte[] member(String name, byte[] value) {
        byte[] quoted = (Value.of(name) + ":").getBytes(StandardCharsets.UTF_8);
        byte[] member = new byte[quoted.length + value.length];
        System.arraycopy(quoted, 0, member, 0, quoted.length);
        System.arraycopy(value, 0, member, quoted.length, value.length);
        return member;
    }

    private static byte[] enclosed(char open, List<byte[]> texts, char close) {
        int length = 1 + Math.max(1, texts.size());
        for (byte[] text : texts) {
            length += text.length;
        }
        byte[] whole = new byte[length];
        whole[0] = (byte) open;
        int at = 1;
        for (byte[] text : texts) {
            if (at > 1) {
                whole[at++] = ',';
            }
            System.arraycopy(text, 0, whole, at, text.length);
            at += text.length;
        }
        whole[at] = (byte) close;
        return whole;
    }

    private static byte[] laidOut(byte[] compact, Layout layout) {
        new ReplyBudget().spend(compact.length + blanks(compact, layout));
        return Document.parse(compact, 0, compact.length, LIMITS).toJson(layout);
    }

    /** About how many bytes a layout adds: it starts a line before each value and at the end of each container. */
    private static long blanks(byte[] compact, Layout layout) {
        long blanks = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < compact.length; i++) {
            switch (compact[i]) {
                case '"' -> quoted = !quoted;
                case '\\' -> i++;
                case '{', '[' -> depth += quoted ? 0 : 1;
                case '}', ']' -> depth -= quoted ? 0 : 1;
                default -> {}
            }
            if (!quoted && "{[,]}:".indexOf(compact[i]) >= 0) {
                blanks += layout.newline().length()
                        + layout.space().length()
                        + (long) depth * layout.indent().length();
            }
        }
        return blanks;
    }
}
