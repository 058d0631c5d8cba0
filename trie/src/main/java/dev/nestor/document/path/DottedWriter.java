package dev.nestor.document.path;

/** Writes the dotted notation in its canonical form: a name is quoted only when it has to be. */
final class DottedWriter {

    private DottedWriter() {}

    /** Appends a step by name, with a dot before it unless the path starts here. */
    static void member(StringBuilder path, String name) {
        if (!path.isEmpty()) {
            path.append('.');
        }
        name(path, name);
    }

    static void element(StringBuilder path, long index) {
        path.append('[').append(index).append(']');
    }

    static void name(StringBuilder path, String name) {
        if (isPlain(name)) {
            path.append(name);
        } else {
            Quoting.append(path, name, '"');
        }
    }

    /** Besides what the parser asks for, blanks at the ends and control characters are made visible by quotes. */
    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.strip().length() == name.length()
                && name.chars()
                        .noneMatch(character -> DottedParser.isSpecial(character) || Character.isISOControl(character));
    }
}
