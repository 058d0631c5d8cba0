package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "1023, 1023B",
        "1024, 1.00K",
        "1572864, 1.50M",
        "1073741824, 1.00G",
        "9223372036854775807, 8.00E"
    })
    void humanBytes_isShort(long bytes, String expected) {
        assertThat(InfoText.humanBytes(bytes)).isEqualTo(expected);
    }
}
