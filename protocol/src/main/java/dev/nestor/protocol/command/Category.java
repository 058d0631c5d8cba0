package dev.nestor.protocol.command;

/** The groups by which Redis's access lists name commands, in Redis's order; Nestor's own come last. */
public enum Category implements Trait {
    KEYSPACE("keyspace"),
    READ("read"),
    WRITE("write"),
    STRING("string"),
    ADMIN("admin"),
    FAST("fast"),
    SLOW("slow"),
    DANGEROUS("dangerous"),
    CONNECTION("connection"),
    JSON("json"),
    NESTOR("nestor");

    private final String word;

    Category(String word) {
        this.word = word;
    }

    /** Without the {@code @} that COMMAND INFO puts in front. */
    public String word() {
        return word;
    }
}
