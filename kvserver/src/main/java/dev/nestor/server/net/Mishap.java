package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of our own in carrying out a command: all of it goes to the log, save for the arguments, which are the client's. */
final class Mishap {
    private static final Logger LOG = LoggerFactory.getLogger(Mishap.class);
    private static final Failure REPLY = Failure.err("internal error");

    private Mishap() {}

    /** Logs the fault and tells what to answer. */
    static Failure reply(byte[] commandName, Throwable fault) {
        LOG.error("{} failed", new String(commandName, StandardCharsets.UTF_8), fault);
        return REPLY;
    }
}
