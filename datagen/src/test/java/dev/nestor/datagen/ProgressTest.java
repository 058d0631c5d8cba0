package dev.nestor.datagen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter shown = new StringWriter();
    private final AtomicInteger questions = new AtomicInteger();
    private long nanos = 5;

    @Test
    void shortRun_showsNothingAndDoesNotAskForTheTerminal() {
        Progress progress = progress(true);
        nanos += 999_000_000;
        progress.written(500, 1000);
        progress.clear();
        assertThat(shown.toString()).isEmpty();
        assertThat(questions).hasValue(0);
    }

    @Test
    void longRun_showsALineNowAndThenAndRemovesIt() {
        Progress progress = progress(true);
        nanos += 2_000_000_000;
        progress.written(500_000, 50_000_000);
        nanos += 1_000_000;
        progress.written(510_000, 51_000_000);
        nanos += 500_000_000;
        progress.written(750_000, 75_000_000);
        progress.clear();
        assertThat(shown.toString().split("\r\u001B\\[K", -1))
                .containsExactly(
                        "",
                        "\u001B[?7l500,000 of 1,000,000 records (50 %), 50.0 MB, 250,000 records/s, 2 s left\u001B[?7h",
                        "\u001B[?7l750,000 of 1,000,000 records (75 %), 75.0 MB, 299,880 records/s, 1 s left\u001B[?7h",
                        "");
    }

    @Test
    void clearedLine_staysAway() {
        Progress progress = progress(true);
        nanos += 2_000_000_000;
        progress.written(500_000, 50_000_000);
        progress.clear();
        shown.getBuffer().setLength(0);
        nanos += 2_000_000_000;
        progress.written(750_000, 75_000_000);
        progress.clear();
        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void noTerminal_showsNothingAndAsksOnce() {
        Progress progress = progress(false);
        for (int i = 0; i < 10; i++) {
            nanos += 2_000_000_000;
            progress.written(i, 1000);
        }
        progress.clear();
        assertThat(shown.toString()).isEmpty();
        assertThat(questions).hasValue(1);
    }

    @Test
    void summary_tellsWhatWhereAndHowFast() {
        Progress progress = progress(true);
        nanos += 2_000_000_000;
        assertThat(progress.summary(123_456_789, "data.txt"))
                .isEqualTo("1,000,000 records, 123.5 MB, written to data.txt in 2.00 s (500,000 records/s, 61.7 MB/s)");
    }

    private Progress progress(boolean terminal) {
        return new Progress(
                1_000_000,
                new PrintWriter(shown),
                () -> {
                    questions.incrementAndGet();
                    return terminal;
                },
                () -> nanos);
    }
}
