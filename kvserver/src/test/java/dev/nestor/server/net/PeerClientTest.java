package dev.nestor.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PeerClientTest {
    @Test
    void serverThatDoesNotAnswer_isLeft() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PeerClient client = new PeerClient()) {
            CompletableFuture<byte[]> answer = client.ask(
                            "127.0.0.1", silent.getLocalPort(), new byte[] {'m'}, Duration.ofSeconds(3))
                    .toCompletableFuture();
            try (Socket accepted = silent.accept()) {
                accepted.setSoTimeout(30_000);
                int request = "*2\r\n$11\r\nNESTOR.PEER\r\n$1\r\nm\r\n".length();
                assertThat(accepted.getInputStream().readNBytes(request)).hasSize(request);

                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            }
            assertThatThrownBy(answer::join).hasRootCauseInstanceOf(TimeoutException.class);
        }
    }
}
