package dev.nestor.document;

/**
 * What is written between the tokens of a JSON text. It comes out as it is given: the text is JSON if
 * all three are white space, as they should be.
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
