package dev.nestor.document.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random definite paths from a seed, which is printed and can be given as system property {@code nestor.seed}. */
final class RandomPaths {
    private static final long SEED = Long.getLong("nestor.seed", 20260101L);

    /** What names are made of: plain letters, everything with a meaning in some notation, and all of Unicode. */
    private static final String[] PIECES = {
        "a", "b", "Z", "0", "9", "-", "_", "@", ":", ".", "[", "]", "\"", "'", "\\", "/", "$", "*", "?", "(", ")", ",",
        " ", "\t", "\n", "\u0000", "\u001f", "\u007f", "é", "\u2028", "名", "😀", "\uFFFD", "{", "}", "&", "|", "~", "`"
    };

    private final Random random = new Random(SEED);

    RandomPaths() {
        System.out.println("nestor.seed=" + SEED);
    }

    List<Segment> definite() {
        List<Segment> segments = new ArrayList<>();
        for (int length = random.nextInt(6); length > 0; length--) {
            segments.add(new Segment.Child(
                    random.nextInt(3) == 0 ? new Selector.Index(index()) : new Selector.Name(name())));
        }
        return segments;
    }

    private long index() {
        return random.nextInt(10) == 0 ? random.nextLong(-(1L << 53) + 1, 1L << 53) : random.nextInt(-5, 100);
    }

    String name() {
        StringBuilder name = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
            name.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return name.toString();
    }
}
