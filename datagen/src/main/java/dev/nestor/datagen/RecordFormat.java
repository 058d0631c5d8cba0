package dev.nestor.datagen;

/** How a record is written: a line each, the texts that stand around its parts. */
public enum RecordFormat {
    /** {@code "person0": {"name": "x", "height": 1.5}}. */
    JSON("\"", "\": {", "{", ": ", ", ", "}"),
    /** {@code "person0": { "name" : "x" ; "height" : 1.5 } }, with a blank at the end and two in an empty object. */
    SEMICOLON("\"", "\": { ", " { ", " : ", " ; ", " } "),
    /** One JSON object per line, the key in its first member: {@code {"_key": "person0", "name": "x", "height": 1.5}}. */
    NDJSON("{\"" + RecordFormat.KEY_MEMBER + "\": \"", "\"", "{", ": ", ", ", "}");

    /** The member that holds the record's key in {@link #NDJSON}. */
    static final String KEY_MEMBER = "_key";

    final String beforeKey;
    final String afterKey;
    final String objectStart;
    final String afterName;
    final String betweenMembers;
    final String objectEnd;

    RecordFormat(
            String beforeKey,
            String afterKey,
            String objectStart,
            String afterName,
            String betweenMembers,
            String objectEnd) {
        this.beforeKey = beforeKey;
        this.afterKey = afterKey;
        this.objectStart = objectStart;
        this.afterName = afterName;
        this.betweenMembers = betweenMembers;
        this.objectEnd = objectEnd;
    }

    /** Whether the key is itself a member of the record's object, so that no field may have its name. */
    boolean keyIsMember() {
        return this == NDJSON;
    }
}
