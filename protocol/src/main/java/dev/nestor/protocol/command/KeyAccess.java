package dev.nestor.protocol.command;

/** What a command does to its keys: the flags of a key specification in Redis 7, in its order. */
public enum KeyAccess implements Trait {
    /** Reads the value. */
    RO("RO"),
    /** Changes what is there. */
    RW("RW"),
    /** Writes without a look at what was there. */
    OW("OW"),
    /** Removes the key. */
    RM("RM"),
    /** Returns, copies or decides by the value. */
    ACCESS("access"),
    UPDATE("update"),
    /** Adds to the value and never changes what it holds. */
    INSERT("insert"),
    DELETE("delete"),
    /** The arguments decide which of these count. */
    VARIABLE_FLAGS("variable_flags");

    private final String word;

    KeyAccess(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
