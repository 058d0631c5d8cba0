package dev.nestor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A library that logs every request would be what is measured. */
class QuietTest {
    @ParameterizedTest
    @ValueSource(strings = {"io.lettuce", "io.netty", "org.apache.ratis", "dev.nestor"})
    void librariesLogNoDetails(String logger) {
        assertThat(LoggerFactory.getLogger(logger).isDebugEnabled()).isFalse();
    }
}
