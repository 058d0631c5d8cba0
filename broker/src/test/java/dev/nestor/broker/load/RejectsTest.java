package dev.nestor.broker.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.commandline.StatusLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RejectsTest {
    private final StringWriter err = new StringWriter();

    private Rejects rejected(boolean quiet, boolean terminal, int number) {
        StatusLine line = new StatusLine(new PrintWriter(err), () -> terminal, () -> 0);
        Rejects rejects = new Rejects("file", quiet, line, () -> terminal);
        for (int i = 1; i <= number; i++) {
            rejects.reject(i, "bad");
        }
        return rejects;
    }

    @Test
    void inAFile_allOfThemAreTold() {
        assertThat(rejected(false, false, 5_000).count()).isEqualTo(5_000);
        assertThat(err.toString().lines()).hasSize(5_000).last().isEqualTo("file, line 5000: bad");
    }

    @Test
    void onATerminal_theFirstAreTold_andHowToSeeTheOthers() {
        assertThat(rejected(false, true, 20).count()).isEqualTo(20);
        assertThat(err.toString().lines()).hasSize(20).last().isEqualTo("file, line 20: bad");
        err.getBuffer().setLength(0);
        assertThat(rejected(false, true, 5_000).count()).isEqualTo(5_000);
        assertThat(err.toString().lines())
                .hasSize(21)
                .last()
                .isEqualTo("file: further rejects are only counted; nestor broker -i FILE 2> REJECTS tells them all");
    }

    @Test
    void quiet_noneIsTold() {
        assertThat(rejected(true, false, 3).count()).isEqualTo(3);
        assertThat(err.toString()).isEmpty();
    }
}
