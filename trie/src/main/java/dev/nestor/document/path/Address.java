package dev.nestor.document.path;

/**
 * A document's key and a path inside that document, as people write them in one go: {@code person1.address.city},
 * {@code "my.key".tags[0]}.
 */
public record Address(String key, Path path) {

    public Address {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a key must not be empty");
        }
    }

    /**
     * Reads an address in dotted notation; the key follows the rules of a name and is not empty.
     *
     * @throws PathSyntaxException when the text is not an address
     * @throws PathLimitException when it exceeds {@link PathLimits}
     */
    public static Address parse(String text) {
        return new DottedParser(text).address();
    }

    /**
     * The address in dotted notation, which {@link #parse} reads back.
     *
     * @throws IllegalStateException when the path is not definite
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        DottedWriter.name(text, key);
        String inside = path.toDotted();
        return text.append(inside.isEmpty() || inside.startsWith("[") ? "" : ".")
                .append(inside)
                .toString();
    }
}
