package dev.nestor.protocol.command;

import java.util.Locale;

/** The chapter of the reference in which a command stands. */
public enum Group {
    CONNECTION,
    SERVER,
    STRING,
    GENERIC,
    JSON,
    CLUSTER,
    NESTOR;

    /** As COMMAND DOCS says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
