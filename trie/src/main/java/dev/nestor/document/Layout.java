package dev.nestor.document;

/**
 * The white space of a JSON text. All three are written as they are, so they must be white space.
 *
 * @param indent written once per level of nesting before each child
 * @param newline written before each child and before the end of a container that is not empty
 * @param space written between a member's colon and its value
 */
public record Layout(String indent, String newline, String space) {
    /** One line without blanks. */
    public static final Layout COMPACT = new Layout("", "", "");

    /** A line per value, two blanks per level. */
    public static final Layout INDENTED = new Layout("  ", "\n", " ");
}
