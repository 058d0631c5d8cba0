package dev.nestor.document;

/** The bytes are not a packed document: they were damaged, or were never one. */
public final class CorruptDocumentException extends DocumentException {
    CorruptDocumentException(String message) {
        super(message);
    }

    CorruptDocumentException(IndexOutOfBoundsException cause) {
        super("a packed value reaches past the end of its bytes", cause);
    }
}
