package dev.nestor.bench.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadToolsTest {
    @Test
    void redisBenchmark_figuresAreFoundBehindACommandThatLooksLikeFigures() throws IOException {
        String printed = """
                "test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms","max_latency_ms"
                "SET x {"a":"b","c":"d"}","2000.50","0.4","0.1","0.35","0.9","1.5","9.1"
                """;
        assertThat(RedisBenchmark.parse(printed)).isEqualTo(new Load(2000.5, 0.35));
        assertThatThrownBy(() -> RedisBenchmark.parse("nothing")).hasMessageContaining("no figures: nothing");
    }

    @Test
    void etcdMessage_isLikeProtobufWritesIt() {
        assertThat(EtcdTarget.message("k".getBytes(UTF_8), new byte[200]))
                .startsWith(0x0A, 1, 'k', 0x12, 0xC8, 0x01)
                .hasSize(206);
    }

    @Test
    void closedLoop_keepsEachClientAtOneRequest_andTellsOfFailures() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        ClosedLoop.Request request = (client, answered) -> {
            sent.incrementAndGet();
            Thread.startVirtualThread(() -> answered.with(null));
        };
        ClosedLoop.run(request, 3, () -> sent.get() < 100);
        assertThat(sent.get()).isBetween(100, 102);
        assertThatThrownBy(() -> ClosedLoop.run(
                        (client, answered) -> answered.with(new IOException("gone")), 1, Duration.ofSeconds(10)))
                .hasMessageContaining("gone");
    }

    @Test
    void medians_areTakenOfEachFigureByItself() {
        assertThat(Load.median(List.of(new Load(1, 9), new Load(3, 8), new Load(2, 7))))
                .isEqualTo(new Load(2, 8));
    }
}
