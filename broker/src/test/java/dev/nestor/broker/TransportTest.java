package dev.nestor.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Reply;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransportTest {
    /** Ctrl-C at the prompt, while a write waits for a leader. Lettuce throws an exception of its own then. */
    @Test
    void interruptedWhileWaiting_itIsSaidByWhoeverWaitsNext() {
        AsyncCommand<byte[], byte[], Reply> answer =
                new AsyncCommand<>(new Command<>(CommandType.PING, new ReplyOutput(false)));
        ServerAddress server = new ServerAddress("127.0.0.1", 1);
        Thread.currentThread().interrupt();
        try {
            assertThat(new Transport.Sent(answer, server, new ReplyOutput(false))
                            .isAnsweredWithin(Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(Transport.await(answer, server, Duration.ofSeconds(10)))
                    .isEqualTo(new Attempt.Unknown("it was interrupted"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
