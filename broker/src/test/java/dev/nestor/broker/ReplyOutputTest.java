package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ReplyOutputTest {
    private final ReplyOutput output = new ReplyOutput(false);

    private void answer(String line) {
        output.setError(ByteBuffer.wrap(line.getBytes(UTF_8)));
    }

    /** Lettuce follows what {@code getError} says. */
    @Test
    void redirect_isTold() {
        answer("MOVED 5 127.0.0.1:9000");
        assertThat(output.getError()).isEqualTo("MOVED 5 127.0.0.1:9000");
    }

    @Test
    void abandoned_redirectsAreNotTold_otherErrorsAre() {
        assertThat(output.abandon()).isTrue();
        answer("MOVED 5 127.0.0.1:9000");
        assertThat(output.getError()).startsWith("ABANDONED ");
        answer("ASK 5 127.0.0.1:9000");
        assertThat(output.getError()).startsWith("ABANDONED ");
        answer("CLUSTERDOWN no leader");
        assertThat(output.getError()).isEqualTo("CLUSTERDOWN no leader");
    }

    @Test
    void abandonedTooLate_theRedirectIsFollowed_andTheNextOneIsNot() {
        answer("MOVED 5 127.0.0.1:9000");
        assertThat(output.abandon()).isFalse();
        // What Lettuce does when it sends the request to the other server.
        output.setError((String) null);
        assertThat(output.abandon()).isTrue();
        answer("MOVED 5 127.0.0.1:9001");
        assertThat(output.getError()).startsWith("ABANDONED ");
    }
}
