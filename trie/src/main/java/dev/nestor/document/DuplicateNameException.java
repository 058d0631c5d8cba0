package dev.nestor.document;

/** Two members of one object have the same name. */
public final class DuplicateNameException extends DocumentException {
    private final String name;

    DuplicateNameException(String name) {
        super(message(name));
        this.name = name;
    }

    static String message(String name) {
        return "duplicate member name \"" + name + "\"";
    }

    public String name() {
        return name;
    }
}
