package dev.nestor.document;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Reads any bytes as a packed document. The seeds are packed documents. */
class PackedFuzzTest {
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreReadOrRefused(byte[] bytes) {
        ReadEverything.from(bytes, 0, bytes.length);
    }
}
