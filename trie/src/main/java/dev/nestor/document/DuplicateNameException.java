package dev.nestor.document;

/** Two members of one object have the same name. */
public final class DuplicateNameException extends DocumentException {
    /** Characters of the name that the message shows. */
    private static final int SHOWN = 80;

    private final String name;

    DuplicateNameException(String name) {
        super(message(name));
        this.name = name;
    }

    static String message(String name) {
        return "duplicate member name \"" + Excerpt.of(name, 0, SHOWN) + "\"";
    }

    /** The whole name, which may be long and hold any character. */
    public String name() {
        return name;
    }
}
