package dev.nestor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {
    /** Shaped like the benchmarks: one with a method for each peer, and one with a method for all. */
    public static final class ReplyEncodeBenchmark {
        public void nestor() {}

        @AtLeast(2)
        public void nettyCodecRedis() {}

        @AtLeast(value = 1, than = "HASH_MAP")
        @AtLeast(
                value = 3,
                than = {"TREE_MAP", "SKIP_LIST"})
        public void getPipelined() {}

        void hidden() {}
    }

    @Test
    void methodNamedAfterThePeer_asksTheQuestionOfItsClass() {
        Measurement measurement = measurement("nettyCodecRedis", Map.of());
        assertThat(measurement.question()).isEqualTo("bench measurement test$reply encode");
        assertThat(measurement.peer()).isEqualTo("netty codec redis");
        assertThat(measurement.isNestor()).isFalse();
        assertThat(measurement("nestor", Map.of()).isNestor()).isTrue();
    }

    @Test
    void parameterNamedPeer_tellsWhoAndTheMethodAsks() {
        Measurement measurement = measurement("getPipelined", Map.of("peer", "SKIP_LIST"));
        assertThat(measurement.question()).isEqualTo("bench get pipelined");
        assertThat(measurement.peer()).isEqualTo("skip list");
        assertThat(measurement.isNestor()).isFalse();
        assertThat(measurement("getPipelined", Map.of("peer", "NESTOR")).isNestor())
                .isTrue();
    }

    @Test
    void otherParameters_belongToTheQuestionInTheirOrder() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("keys", "LONG_PREFIX");
        parameters.put("peer", "NESTOR");
        parameters.put("size", "20");
        assertThat(measurement("getPipelined", parameters).question())
                .isEqualTo("bench get pipelined, long prefix, 20");
    }

    @ParameterizedTest
    @CsvSource({"HASH_MAP,1", "TREE_MAP,3", "SKIP_LIST,3"})
    void target_isTheOneThatNamesThePeer(String peer, double target) {
        assertThat(measurement("getPipelined", Map.of("peer", peer)).target()).hasValue(target);
    }

    @Test
    void target_isEmptyWhereNoneNamesThePeer() {
        assertThat(measurement("getPipelined", Map.of("peer", "PATRICIA_TRIE")).target())
                .isEmpty();
        assertThat(measurement("nestor", Map.of()).target()).isEmpty();
    }

    @Test
    void targetThatNamesNobody_isThatOfItsMethod() {
        assertThat(measurement("nettyCodecRedis", Map.of()).target()).hasValue(2);
    }

    @Test
    void methodThatJmhCouldNotHaveRun_isABug() {
        assertThatThrownBy(() -> measurement("hidden", Map.of()).target()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void question_isTheLastPackageAndTheClassInWords() {
        assertThat(Measurement.question("dev.nestor.bench.document.PathQueryBenchmark"))
                .isEqualTo("document path query");
    }

    private static Measurement measurement(String method, Map<String, String> parameters) {
        return new Measurement(ReplyEncodeBenchmark.class.getName() + "." + method, parameters, 5, "ns/op");
    }
}
