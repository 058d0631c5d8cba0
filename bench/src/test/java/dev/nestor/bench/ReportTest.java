package dev.nestor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Machine MACHINE = new Machine("Abacus 1", 2, 8L << 30, "Linux 6.1", "JVM 25");

    @Test
    void head_tellsWhenAndOnWhat() {
        assertThat(report(false))
                .startsWith("Measured 2026-02-01 on 2 x Abacus 1, 8 GiB, Linux 6.1, JVM 25."
                        + " A ratio above 1 speaks for Nestor.\n\n| question | peer |");
        assertThat(report(true)).startsWith("Measured 2026-02-01 (quick run) on 2 x ");
    }

    @Test
    void row_hasBothFiguresTheirRatioAndWhetherItIsEnough() {
        assertThat(report(false, comparison(10, 30, OptionalDouble.of(3))))
                .endsWith("| trie get | tree map | 10.0 ns/op | 30.0 ns/op | **3.00** | ≥ 3.00 | met |\n");
        assertThat(report(false, comparison(10, 299, OptionalDouble.of(30))))
                .endsWith("| 10.0 ns/op | 299 ns/op | **29.90** | ≥ 30.00 | missed |\n");
        assertThat(report(false, comparison(10, 5, OptionalDouble.empty()))).endsWith("| **0.50** |  |  |\n");
    }

    @Test
    void everyComparison_isALineOfAsManyCells() {
        Comparison comparison = comparison(1, 2, OptionalDouble.empty());
        List<String> table = report(false, comparison, comparison)
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();
        assertThat(table)
                .hasSize(4)
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(8));
    }

    private static Comparison comparison(double nestor, double other, OptionalDouble target) {
        return new Comparison("trie get", "tree map", "ns/op", nestor, other, target);
    }

    private static String report(boolean quick, Comparison... comparisons) {
        return new Report(MACHINE, LocalDate.of(2026, 2, 1), quick, Arrays.asList(comparisons), List.of()).toMarkdown();
    }
}
