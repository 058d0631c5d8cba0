package dev.nestor.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
    private final StringWriter err = new StringWriter();

    @Test
    void bug_isALineThatNamesItAndItsTrace() {
        assertThat(fail(new CompletionException(new IllegalStateException("two\nlines"))))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("job: Internal error, please report it: java.lang.IllegalStateException: two lines\n"
                        + "java.lang.IllegalStateException: two\nlines\n\tat dev.nestor.commandline.FailuresTest.");
    }

    @Test
    void error_isABugToo() {
        assertThat(fail(new AssertionError("never"))).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("job: Internal error, please report it: java.lang.AssertionError: never\n")
                .contains("\tat dev.nestor.commandline.FailuresTest.");
    }

    @Test
    void whatWasToBeExpected_isOneLine() {
        assertLine(new IOException("data.txt: full"), "data.txt: full");
        assertLine(new IOException(), "java.io.IOException");
        assertLine(new NoSuchFileException("a"), "No such file: a");
        assertLine(new CompletionException(new AccessDeniedException("a")), "Permission denied: a");
        assertLine(new OutOfMemoryError("heap"), "Not enough memory: heap");
    }

    private void assertLine(Throwable failure, String line) {
        err.getBuffer().setLength(0);
        assertThat(fail(failure)).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("job: " + line + "\n");
    }

    private int fail(Throwable failure) {
        return Failures.execute(new CommandLine(new Job(failure)).setErr(new PrintWriter(err, true)));
    }

    @Command(name = "job")
    private record Job(Throwable failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            switch (failure) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                case Throwable other -> throw new AssertionError(other);
            }
        }
    }
}
