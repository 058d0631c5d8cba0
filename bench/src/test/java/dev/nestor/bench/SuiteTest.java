package dev.nestor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.bench.trie.GetBenchmark;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SuiteTest {
    private final Suite suite = new Suite(true, System.err);

    @Test
    void everyNameThatIsListed_findsItsClass() {
        List<String> all = suite.classes("");
        assertThat(all)
                .contains(GetBenchmark.class.getName())
                .allSatisfy(name ->
                        assertThat(suite.classes(Measurement.question(name))).contains(name));
    }

    @Test
    void filter_leavesTheOthersOut() {
        assertThat(suite.classes("trie get")).containsExactly(GetBenchmark.class.getName());
        assertThat(suite.classes("nosuch")).isEmpty();
    }

    @Test
    void peers_areSetBesideNestorsAnswerToTheSameQuestion() {
        assertThat(Suite.compare(List.of(
                        get("HASH_MAP", "DECIMAL", 30),
                        get("NESTOR", "RANDOM", 20),
                        get("NESTOR", "DECIMAL", 10),
                        get("TREE_MAP", "RANDOM", 80),
                        get("TREE_MAP", "ALONE", 1))))
                .containsExactly(
                        new Comparison("trie get, decimal", "hash map", "ns/op", 10, 30, OptionalDouble.of(1)),
                        new Comparison("trie get, random", "tree map", "ns/op", 20, 80, OptionalDouble.of(3)));
    }

    private static Measurement get(String peer, String keys, double score) {
        return new Measurement(
                GetBenchmark.class.getName() + ".get", Map.of("peer", peer, "keys", keys), score, "ns/op");
    }
}
