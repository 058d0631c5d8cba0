package dev.nestor.document.path;

/** The three ways to write a path. */
public enum Notation {
    /** {@code name.name[3]."quoted.name"}: Nestor's own, always a path to one value. */
    DOTTED,
    /** {@code .a.b[0]}: RedisJSON 1.x; reads answer with the first match alone. */
    LEGACY,
    /** {@code $.a[*]..b[?@.c > 3]}: RFC 9535; reads answer with every match. */
    JSONPATH
}
