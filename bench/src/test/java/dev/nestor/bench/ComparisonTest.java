package dev.nestor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void ratio_isAboveOneWhereNestorTakesLess() {
        assertThat(comparison(10, 25, OptionalDouble.empty()).ratio()).isEqualTo(2.5);
        assertThat(comparison(25, 10, OptionalDouble.empty()).ratio()).isEqualTo(0.4);
    }

    @Test
    void target_isMetFromItsRatioOn() {
        assertThat(comparison(10, 30, OptionalDouble.of(3)).met()).isTrue();
        assertThat(comparison(10, 29.9, OptionalDouble.of(3)).met()).isFalse();
    }

    @Test
    void noTarget_isMet() {
        assertThat(comparison(10, 1, OptionalDouble.empty()).met()).isTrue();
    }

    private static Comparison comparison(double nestor, double other, OptionalDouble target) {
        return new Comparison("trie get", "tree map", "ns/op", nestor, other, target);
    }
}
