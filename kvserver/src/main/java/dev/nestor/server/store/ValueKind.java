package dev.nestor.server.store;

/** What a record holds. */
public enum ValueKind {
    /** Plain bytes. */
    STRING,
    /** A packed JSON document. */
    JSON
}
