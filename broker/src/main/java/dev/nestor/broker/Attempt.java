package dev.nestor.broker;

import dev.nestor.protocol.Reply;

/** What became of sending a request once. */
sealed interface Attempt {
    /** A server answered, if only with an error that would come again. */
    record Answered(Reply reply, ServerAddress server) implements Attempt {}

    /** It certainly did nothing: it may be sent again, and perhaps works then. */
    record NothingDone(String why) implements Attempt {}

    /** It was sent, and nobody knows what became of it. */
    record Unknown(String why) implements Attempt {}
}
