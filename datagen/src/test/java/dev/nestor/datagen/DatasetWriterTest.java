package dev.nestor.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetWriterTest {
    @ParameterizedTest
    @CsvSource({"1,1", "7,1", "8,2", "9,2", "20000,1", "20000,2", "20000,5"})
    void parallelOutput_equalsSequentialOutput(int count, int workers) throws IOException {
        RecordGenerator generator = Samples.generator(3, 5, 8);
        for (RecordFormat format : RecordFormat.values()) {
            var out = new ByteArrayOutputStream();
            long bytes = new DatasetWriter(generator, format, workers).write(count, out, (r, b) -> {});
            assertThat(out.toByteArray()).isEqualTo(sequential(generator, format, count));
            assertThat(bytes).isEqualTo(out.size());
        }
    }

    @Test
    void shorterDataset_isTheBeginningOfALongerOne() throws IOException {
        var shorter = new ByteArrayOutputStream();
        var longer = new ByteArrayOutputStream();
        var writer = new DatasetWriter(Samples.generator(3, 5, 8), RecordFormat.JSON, 2);
        writer.write(1000, shorter, (r, b) -> {});
        writer.write(30_000, longer, (r, b) -> {});
        assertThat(Arrays.copyOf(longer.toByteArray(), shorter.size())).isEqualTo(shorter.toByteArray());
    }

    private static byte[] sequential(RecordGenerator generator, RecordFormat format, int count) throws IOException {
        var encoder = new RecordEncoder(generator, format);
        var out = new ByteArrayOutputStream();
        for (int index = 0; index < count; index++) {
            encoder.clear();
            encoder.line(index);
            encoder.writeTo(out);
        }
        return out.toByteArray();
    }

    @Test
    void listener_hearsOfGrowthUntilAllIsWritten() throws IOException {
        List<Long> records = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        long size = new DatasetWriter(Samples.generator(3, 5, 8), RecordFormat.JSON, 2)
                .write(50_000, OutputStream.nullOutputStream(), (r, b) -> {
                    records.add(r);
                    bytes.add(b);
                });
        assertThat(records).isSorted().endsWith(50_000L).hasSizeGreaterThan(10);
        assertThat(bytes).isSorted().endsWith(size);
    }

    @Test
    void chunks_stayNearTheirSizeWhateverTheRecordsSize() throws IOException {
        for (var shape : List.of(new Shape(0, 0, 1), new Shape(3, 5, 8), new Shape(0, 5, 100_000))) {
            var largest = new LargestWrite();
            var generator = new RecordGenerator(Samples.SEED, Samples.FIELDS, shape);
            new DatasetWriter(generator, RecordFormat.JSON, 2).write(2000, largest, (r, b) -> {});
            assertThat(largest.bytes).as("%s", shape).isLessThan(2_000_000);
        }
    }

    /** A stream that only looks at how much comes at once. */
    private static final class LargestWrite extends OutputStream {
        private int bytes;

        @Override
        public void write(int character) {
            bytes = Math.max(bytes, 1);
        }

        @Override
        public void write(byte[] text, int offset, int length) {
            bytes = Math.max(bytes, length);
        }
    }

    @Test
    void failingStream_endsTheRunWithItsException() {
        var full = new IOException("full");
        var stream = new OutputStream() {
            @Override
            public void write(int character) throws IOException {
                throw full;
            }
        };
        var writer = new DatasetWriter(Samples.generator(3, 5, 8), RecordFormat.JSON, 2);
        assertThatThrownBy(() -> writer.write(Long.MAX_VALUE, stream, (r, b) -> {}))
                .isSameAs(full);
    }
}
