package dev.nestor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void codes_areThoseThatClientsKnow() {
        assertThat(Failure.moved(3999, "127.0.0.1", 6381).line()).isEqualTo("MOVED 3999 127.0.0.1:6381");
        assertThat(Failure.clusterDown("no quorum").line()).isEqualTo("CLUSTERDOWN no quorum");
        assertThat(Failure.tryAgain("electing").line()).isEqualTo("TRYAGAIN electing");
        assertThat(Failure.WRONG_TYPE.line())
                .isEqualTo("WRONGTYPE Operation against a key holding the wrong kind of value");
        assertThat(Failure.wrongArity("config|get").line())
                .isEqualTo("ERR wrong number of arguments for 'config|get' command");
    }

    @Test
    void lineEnds_becomeBlanks() {
        assertThat(new Failure("A\nB", "c\r\nd").line()).isEqualTo("A B c  d");
    }
}
