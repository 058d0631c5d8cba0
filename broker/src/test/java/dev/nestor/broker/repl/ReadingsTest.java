package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.document.path.Address;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a                | a:",
                "a.b              | a:b a.b:",
                "a.b.c            | a:b.c a.b:c a.b.c:",
                "a[0].b           | a:[0].b a[0]:b a[0].b:",
                "a.b[-1]          | a:b[-1] a.b:[-1] a.b[-1]:",
                "a\\.b.c          | a.b:c a.b.c:",
                "\"a.b\".c        | a.b:c",
                "\"a.b\"          | a.b:",
                "a.\"b.c\".d      | a:\"b.c\".d a.\"b.c\":d a.\"b.c\".d:"
            })
    void aDotMayBelongToAKeyThatIsNotInQuotes(String text, String readings) {
        assertThat(Readings.of(text).stream()
                        .map(reading -> reading.key() + ":" + reading.path().toDotted()))
                .containsExactly(readings.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a..b", ".a", "a[x]", "a[", "\"\".b", "\"a", "a]"})
    void whatIsNoAddress_isSaid(String text) {
        assertThatThrownBy(() -> Readings.of(text)).isInstanceOf(BadCommandException.class);
    }

    @Test
    void veryManyDots_giveAFewReadings() {
        assertThat(Readings.of("a" + ".b".repeat(50))).hasSize(8);
    }

    @Test
    void ofSeveral_nobodyChooses() {
        List<Address> readings = Readings.of("a.b");

        assertThat(Readings.only(readings.subList(0, 1))).contains(readings.getFirst());
        assertThat(Readings.only(List.of())).isEmpty();
        assertThatThrownBy(() -> Readings.only(readings))
                .hasMessage(
                        "This may be any of \"a\".b and \"a.b\"; nothing was changed. Put the key in double quotes");
    }
}
