package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedSizeTest {
    private static Document parse(String text) {
        return Document.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void generatedRecordsTakeLessThanFourFifthsOfTheirText() {
        int packed = 0;
        int text = 0;
        for (String record : TestTexts.generatedRecords()) {
            packed += parse(record).packedSize();
            text += record.length();
        }
        assertThat((double) packed / text).isLessThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({"order.json, 0.82", "profile.json, 0.93", "series.json, 0.70"})
    void typicalDocumentsAreSmallerThanTheirText(String name, double ratio) {
        Document document = parse(TestTexts.read(name));
        int minified = document.toJson(Layout.COMPACT).length;
        assertThat((double) document.packedSize() / minified).isLessThan(ratio);
    }

    @Test
    void documentationShowsTheRightBytes() {
        String shown = """
                C3 1B
                   04 6D616B65   02 5657
                   02 6870       60 4B
                   04 74616773   82 07
                                    03 6F6C64
                                    70 02 FA
                """;
        assertThat(parse("{\"make\": \"VW\", \"hp\": 75, \"tags\": [\"old\", 2.50]}")
                        .packed())
                .isEqualTo(HexFormat.of().parseHex(shown.replaceAll("\\s", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "null, 7C",
        "31, 5F",
        "32, 6020",
        "255, 60FF",
        "256, 610001",
        "-1, 6800",
        "-256, 68FF",
        "-257, 690001",
        "9223372036854775807, 67FFFFFFFFFFFFFF7F",
        "-9223372036854775808, 6FFFFFFFFFFFFFFF7F",
        "2.50, 7002FA",
        "-0.0, 708100",
        "84.997, 7203054C01",
        "1e2, 7803316532",
        "-0, 78022D30",
        "{}, C0",
        "[], 80",
        "[[]], 810180"
    })
    void scalarsHaveTheShortestForm(String text, String packed) {
        assertThat(HexFormat.of().withUpperCase().formatHex(parse(text).packed()))
                .isEqualTo(packed);
    }
}
