package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                   | a packed value reaches past the end of its bytes",
                "7F                 | no packed value starts with the byte 0x7F",
                "B0                 | no packed value starts with the byte 0xB0",
                "90                 | no packed value starts with the byte 0x90",
                "8900               | no packed value starts with the byte 0x89",
                "7C7C               | there are bytes after the packed document",
                "0261               | a packed value reaches past the end of its container",
                "6005               | a number is not in its shortest form",
                "610500             | a number is not in its shortest form",
                "67FFFFFFFFFFFFFFFF | a number is not in its shortest form",
                "6FFFFFFFFFFFFFFFFF | a number is not in its shortest form",
                "700005             | a packed decimal has 0 decimals",
                "701305             | a packed decimal has 19 decimals",
                "71010500           | a number is not in its shortest form",
                "7701FFFFFFFFFFFFFFFF | a number is not in its shortest form",
                "780132             | a number is not in its shortest form",
                "7803322E35         | a number is not in its shortest form",
                "78023031           | the text of a packed number is no number",
                "7800               | the text of a packed number is no number",
                "790161             | a string's length is not in its shortest form",
                "7AFF00             | a packed value reaches past the end of its container",
                "7BFFFFFFFF         | a packed value is longer than any array",
                "7BFFFFFF7F         | a packed value is longer than any array",
                "01FF               | a string is not WTF-8",
                "03EDA080           | ",
                "06EDA080EDB080     | a string is not WTF-8",
                "03EDA041           | a string is not WTF-8",
                "82017C             | a packed value reaches past the end of its bytes",
                "81027C7C           | a container's children do not fill it",
                "8100               | a packed value reaches past the end of its bytes",
                "9101007C           | a container's length is not in its shortest form",
                "8F03027C7C         | a container has a table without need, or none",
                "8F0100             | a container has a table without need, or none",
                "8F0A097C7C7C7C7C7C7C7C7C | an array's table is wrong",
                "8F0B097C7C7C7C7C7C7C7C7C08 | ",
                "8F0B097C7C7C7C7C7C7C7C7C07 | an array's table is wrong",
                "9F0D0009007C7C7C7C7C7C7C7C7C0800 | a container's length is not in its shortest form",
                "C103016141         | ",
                "C10481006141       | a name's length is not in its shortest form",
                "C10301FF41         | a name is not UTF-8",
                "C1020161           | a name reaches past the end of its object",
                "C206016141016141   | an object has a name twice",
            })
    void formsThatTheWriterNeverWritesAreRefused(String hex, String problem) {
        byte[] bytes = HexFormat.of().parseHex(hex == null ? "" : hex);
        if (problem == null) {
            DocumentCheck.verify(bytes, 0, bytes.length);
        } else {
            assertThatThrownBy(() -> DocumentCheck.verify(bytes, 0, bytes.length))
                    .isInstanceOf(CorruptDocumentException.class)
                    .hasMessageStartingWith(problem);
        }
    }

    @Test
    void objectsTableMustBeSortedAndComplete() {
        Document document = Value.parse("{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1}")
                .toDocument();
        byte[] packed = document.packed();
        DocumentCheck.verify(packed, 0, packed.length);
        int table = packed.length - 9;
        assertRefused(packed, table, packed[table + 1], "an object's table is not in order");
        assertRefused(packed, table + 1, packed[table], "an object's table is not in order");
        assertRefused(packed, table + 3, packed[table + 3] + 1, "an object's table points to no member");
        assertRefused(packed, table + 8, 200, "an object's table points to no member");
    }

    private static void assertRefused(byte[] packed, int at, int changed, String problem) {
        byte[] damaged = packed.clone();
        damaged[at] = (byte) changed;
        assertThatThrownBy(() -> DocumentCheck.verify(damaged, 0, damaged.length))
                .isInstanceOf(CorruptDocumentException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void tooDeepNestingIsRefusedWithoutOverflow() {
        byte[] deep = new byte[5_000_000];
        for (int at = 0, left = deep.length; left > 5; at += 5, left -= 5) {
            deep[at] = (byte) 0xA1;
            Integers.write(deep, at + 1, 4, left - 5);
        }
        assertThatThrownBy(() -> DocumentCheck.verify(deep, 0, deep.length))
                .hasMessageContaining("nested more than 256");
        ReadEverything.from(deep, 0, deep.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.json", "profile.json", "series.json"})
    void damageIsRefusedOrGivesAnotherProperDocument(String name) {
        byte[] packed = Document.parse(TestTexts.read(name).getBytes(StandardCharsets.UTF_8))
                .packed();
        Random random = new Random(RandomJson.seed());
        int refused = 0;
        for (int at = 0; at < packed.length; at++) {
            byte[] damaged = packed.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            refused += ReadEverything.from(damaged, 0, damaged.length) ? 0 : 1;
            byte[] cut = Arrays.copyOf(packed, at);
            assertThat(ReadEverything.from(cut, 0, at)).isFalse();
        }
        assertThat(refused).as("seed %d", RandomJson.seed()).isGreaterThan(packed.length / 20);
    }
}
