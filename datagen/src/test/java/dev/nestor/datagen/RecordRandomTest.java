package dev.nestor.datagen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordRandomTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x123456789ABCDEFL})
    void record_getsTheGeneratorThatTheJdkSplitsOffInItsPlace(long seed) {
        var parent = new SplittableRandom(seed);
        for (int index = 0; index < 2000; index++) {
            SplittableRandom expected = parent.split();
            var random = new RecordRandom(seed, index);
            for (int draw = 0; draw < 20; draw++) {
                assertThat(random.nextLong())
                        .as("seed %d record %d draw %d", seed, index, draw)
                        .isEqualTo(expected.nextLong());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 21, 52, 1001, 100_001})
    void below_reachesBothEndsAndNothingBeyond(int bound) {
        var random = new RecordRandom(Samples.SEED, 0);
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < 30 * bound; i++) {
            int number = random.below(bound);
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
        }
        assertThat(least).isZero();
        assertThat(greatest).isEqualTo(bound - 1);
    }
}
