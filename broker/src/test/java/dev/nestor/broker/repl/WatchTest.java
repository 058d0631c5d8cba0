package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final Notices notices = new Notices();

    /** What is told when the looks find these troubles, one after the other; empty text for none. */
    private List<String> told(String... troubles) {
        List<String> told = new ArrayList<>();
        var looks = Arrays.stream(troubles)
                .map(trouble -> trouble.isEmpty() ? List.<String>of() : List.of(trouble))
                .iterator();
        try (Watch watch = new Watch(looks::next, notices, told::add)) {
            for (int i = 0; i < troubles.length; i++) {
                watch.look();
            }
        }
        return told;
    }

    @Test
    void whatStays_isToldOnce_andItsEndToo() {
        assertThat(told("", "", "dead", "dead", "dead", "", "", ""))
                .containsExactly("dead", "All servers and partitions are well again.");
    }

    @Test
    void whatPasses_isNotTold() {
        assertThat(told("", "", "electing", "", "", "electing", "dead", "")).isEmpty();
    }

    @Test
    void whatWasToldOtherwise_isNotToldAgain() {
        notices.isNews(List.of("dead"));

        assertThat(told("dead", "dead", "dead")).isEmpty();
    }
}
