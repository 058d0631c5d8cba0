package dev.nestor.document;

/** What can go wrong with a document: with its text, its packed bytes, its size or an edit of it. */
public abstract sealed class DocumentException extends RuntimeException
        permits CorruptDocumentException,
                DuplicateNameException,
                JsonSyntaxException,
                LimitExceededException,
                NumberRangeException {
    DocumentException(String message) {
        super(message);
    }

    DocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
