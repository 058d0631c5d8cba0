package dev.nestor.document.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A set of code points in a regular expression: ranges, Unicode general categories, or all but those. */
final class CharacterClass {
    private static final String UNNAMED = "";

    /**
     * The names of the general categories, at the numbers that {@link Character#getType(int)} gives them. There is
     * no number 17, and RFC 9485 leaves out Cs, the surrogates.
     */
    private static final String[] CATEGORIES = {
        "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", UNNAMED,
        "Co", UNNAMED, "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"
    };

    /** Ascending: characters from an even position's value up to but without the next value belong to the set. */
    private final int[] bounds;

    private final int categories;
    private final boolean complement;

    private CharacterClass(int[] bounds, int categories, boolean complement) {
        this.bounds = bounds;
        this.categories = categories;
        this.complement = complement;
    }

    static CharacterClass of(int character) {
        return new CharacterClass(new int[] {character, character + 1}, 0, false);
    }

    /**
     * The categories of a name such as {@code L} or {@code Lu}, a bit for each.
     *
     * @return 0 when there is no such category in RFC 9485
     */
    static int categories(String name) {
        int found = 0;
        for (int type = 0; type < CATEGORIES.length; type++) {
            if (name.length() == 1 ? CATEGORIES[type].startsWith(name) : CATEGORIES[type].equals(name)) {
                found |= 1 << type;
            }
        }
        return name.isEmpty() ? 0 : found;
    }

    boolean contains(int character) {
        return (((categories >>> Character.getType(character)) & 1) == 1 || inRanges(character)) != complement;
    }

    private boolean inRanges(int character) {
        int found = Arrays.binarySearch(bounds, character);
        int boundAtOrBelow = found >= 0 ? found : -found - 2;
        return boundAtOrBelow >= 0 && boundAtOrBelow % 2 == 0;
    }

    /** Collects the parts of a set. */
    static final class Builder {
        private record Range(int first, int last) {}

        private final List<Range> ranges = new ArrayList<>();
        private int categories;

        Builder range(int first, int last) {
            ranges.add(new Range(first, last));
            return this;
        }

        Builder categories(int bits) {
            categories |= bits;
            return this;
        }

        CharacterClass build(boolean complement) {
            return new CharacterClass(mergedBounds(), categories, complement);
        }

        private int[] mergedBounds() {
            ranges.sort(Comparator.comparingInt(Range::first));
            int[] bounds = new int[2 * ranges.size()];
            int size = 0;
            for (Range range : ranges) {
                if (size > 0 && range.first() <= bounds[size - 1]) {
                    bounds[size - 1] = Math.max(bounds[size - 1], range.last() + 1);
                } else {
                    bounds[size++] = range.first();
                    bounds[size++] = range.last() + 1;
                }
            }
            return Arrays.copyOf(bounds, size);
        }
    }
}
