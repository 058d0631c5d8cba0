package dev.nestor.broker.repl;

import dev.nestor.broker.ClusterException;
import dev.nestor.document.DocumentException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Carries out commands as they are typed, and tells of failures in a line. */
final class Interpreter {
    /** What takes longer is worth a word to a person who waited for it. */
    private static final long SLOW_NANOS = 300_000_000;

    private static final PromptCommand RAW = new Raw();

    private final Conversation conversation;
    private final LongSupplier nanoClock;

    Interpreter(Conversation conversation, LongSupplier nanoClock) {
        this.conversation = conversation;
        this.nanoClock = nanoClock;
    }

    Conversation conversation() {
        return conversation;
    }

    /**
     * Carries out all commands in a text. Returns whether none failed.
     *
     * @param origin where the text stands, to be told when it fails; empty if that is plain
     */
    boolean runAll(String text, String origin) {
        conversation.setOrigin(origin);
        boolean done = true;
        for (String statement : Statements.split(text)) {
            done &= conversation.hasEnded() || run(statement);
        }
        return done;
    }

    private boolean run(String statement) {
        long start = nanoClock.getAsLong();
        boolean done = tried(statement);
        long nanos = nanoClock.getAsLong() - start;
        if (conversation.timing() || (conversation.isInteractive() && nanos > SLOW_NANOS)) {
            conversation.remark(String.format(Locale.ROOT, "(%.3f s)", nanos / 1e9));
        }
        return done;
    }

    private boolean tried(String statement) {
        try {
            dispatch(statement);
            return true;
        } catch (BadCommandException | DocumentException e) {
            conversation.fail(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            conversation.fail("No such file: " + e.getFile());
        } catch (ClusterException.Unavailable | ClusterException.OutcomeUnknown e) {
            conversation.fail(String.valueOf(e.getMessage()));
            explain();
        } catch (IOException e) {
            conversation.fail(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        } catch (RuntimeException | StackOverflowError bug) {
            // A person at a prompt can do nothing with a trace; the words say where to look.
            conversation.fail("Internal error, please report it: " + bug + at(bug));
        }
        return false;
    }

    /** Servers are asked for it, which an interrupted thread can't do. */
    private void explain() {
        boolean givenUp = Thread.interrupted();
        conversation.explain();
        if (givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private static String at(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private void dispatch(String statement) throws IOException {
        String text = withoutEnd(statement);
        List<String> parts = List.of(text.split("\\s+", 2));
        Optional<PromptCommand> command = conversation.commands().named(parts.getFirst());
        if (command.isPresent()) {
            command.get().run(parts.size() > 1 ? parts.getLast() : "", conversation);
        } else {
            RAW.run(text, conversation);
        }
    }

    /** Without the semicolons at its end, which people bring from other prompts. */
    private static String withoutEnd(String statement) {
        int end = statement.length();
        while (end > 1 && (statement.charAt(end - 1) == ';' || Character.isWhitespace(statement.charAt(end - 1)))) {
            end--;
        }
        return statement.substring(0, end);
    }
}
