package dev.nestor.datagen;

/**
 * A name that members of generated objects may have, and the type of their values.
 *
 * @param name not empty
 */
public record Field(String name, FieldType type) {
    public Field {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A field needs a name");
        }
    }
}
