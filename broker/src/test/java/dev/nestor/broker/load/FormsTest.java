package dev.nestor.broker.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {
    @Test
    void lines_mayPartMembersBySemicolonsOrCommas() throws IOException {
        assertThat(read("""
                "person0": { "street" : "xTyZ" ; "make" : "jH" ; "weight" :  { "x" : "s" }  }\s
                "person1": {"a": 1, "b": [1; 2]}

                "person2": { "height" : 84.997 ; "make" :  {  }  }
                """))
                .containsExactly(
                        "1 person0 { \"street\" : \"xTyZ\" , \"make\" : \"jH\" , \"weight\" :  { \"x\" : \"s\" }  }",
                        "2 person1 {\"a\": 1, \"b\": [1, 2]}",
                        "4 person2 { \"height\" : 84.997 , \"make\" :  {  }  }");
    }

    @Test
    void semicolonsInStrings_survive() throws IOException {
        assertThat(read("\"a;b\": {\"x;\" : \"1;2\\\";3\\\\\" ; \"y\":\";\"}"))
                .containsExactly("1 a;b {\"x;\" : \"1;2\\\";3\\\\\" , \"y\":\";\"}");
    }

    @Test
    void keys_areStringsWithEscapesAndAllOfUnicode() throws IOException {
        assertThat(read("\"sp\" :1\r\n\"sp\":2\r\n\"a\\\"\\u00e9b\": 3\n\"漢 字.x\": 4\n\"\\ud83d\\ude00\": 5"))
                .containsExactly("1 sp 1", "2 sp 2", "3 a\"éb 3", "4 漢 字.x 4", "5 😀 5");
    }

    @Test
    void byteOrderMarkAndBlanksInFront_doNotCount() throws IOException {
        assertThat(read("\uFEFF\n  \n\"a\": 1")).containsExactly("3 a 1");
        assertThat(read("\uFEFF{\"a\": 1}")).containsExactly("1 a 1");
        assertThat(read("")).isEmpty();
        assertThat(read(" \n\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "key: {}        | expected \"key\": value",
                "\"key: {}      | the key has no end",
                "\"key\" {}     | expected a colon behind the key",
                "\"key\":       | the value is missing",
                "\"\": {}       | the key is empty",
                "\"\\x\": {}    | the key is not a string",
            })
    void badLine_isARejectAndTheNextOneIsRead(String line, String reason) throws IOException {
        assertThat(read("\"a\": 1\n" + line + "\n\"b\": 2"))
                .hasSize(3)
                .startsWith("1 a 1")
                .endsWith("3 b 2")
                .satisfies(items -> assertThat(items.get(1)).startsWith("2! " + reason));
    }

    @Test
    void keyThatIsNotUtf8_isAReject() throws IOException {
        byte[] line = "\"a?\": 1".getBytes(UTF_8);
        line[2] = (byte) 0xFF;
        assertThat(read(new ByteArrayInputStream(line), "_key")).containsExactly("1! the key is not UTF-8");
    }

    @Test
    void ndjson_namesItsKey_whichIsNoPartOfTheDocument() throws IOException {
        assertThat(read("""
                {"_key": "a", "x": {"_key": 1}, "y": [1, 2]}
                {"x": 1, "_key": "b"}
                {"x": 1 , "_key":"c" , "y": 2}
                {"_key":"d"}
                {"x": 1}
                {"_key": [1]}
                {"_key": "g", "x" 1}
                [1]
                """))
                .containsExactly(
                        "1 a {\"x\": {\"_key\": 1}, \"y\": [1, 2]}",
                        "2 b {\"x\": 1}",
                        "3 c {\"x\": 1 , \"y\": 2}",
                        "4 d {}",
                        "5! there is no _key in it",
                        "6! _key is neither a string nor a number",
                        "7 g {\"x\" 1}",
                        "8! expected an object");
    }

    @Test
    void keyFieldOfOnesOwn_stays() throws IOException {
        assertThat(read(new ByteArrayInputStream("{\"id\":7,\"x\":1}\n{\"x\":2, \"id\":\"u\"}".getBytes(UTF_8)), "id"))
                .containsExactly("1 7 {\"id\":7,\"x\":1}", "2 u {\"x\":2, \"id\":\"u\"}");
    }

    @Test
    void objectsWithoutKeys_areRejectsLineByLine() throws IOException {
        assertThat(read("{\"x\":1}\n{\"x\":2}"))
                .containsExactly("1! there is no _key in it", "2! there is no _key in it");
    }

    @Test
    void oneLargeObject_isReadMemberByMember() throws IOException {
        assertThat(read("""
                {
                  "a": {"x": ["}", {"y": "\\""}]},
                  "b": 12,
                  "": 1,
                  "c" : "s" , "d": null
                }
                """))
                .containsExactly(
                        "2 a {\"x\": [\"}\", {\"y\": \"\\\"\"}]}",
                        "3 b 12",
                        "4! the key is empty",
                        "5 c \"s\"",
                        "5 d null");
        assertThat(read("{\"a\":{},\"b\":[]}")).containsExactly("1 a {}", "1 b []");
        assertThat(read("{ }")).isEmpty();
    }

    @Test
    void brokenObject_isReadAsFarAsItGoes() throws IOException {
        assertThat(read("{\"a\": 1,\n\"b\" 2}"))
                .containsExactly("1 a 1", "2! expected ':', found '2'; nothing behind it was read");
        assertThat(read("{\"a\": 1,\n\"b\": {"))
                .containsExactly("1 a 1", "2! the file ends within a record; nothing behind it was read");
        assertThat(read("{\"a\": 1}\nx"))
                .containsExactly("1 a 1", "2! something stands behind the object's end; nothing behind it was read");
    }

    @Test
    void tooLongRecord_isARejectAndTheNextOneIsRead() throws IOException {
        String large = "\"" + "x".repeat(Input.LARGEST_RECORD) + "\"";
        assertThat(read("\"a\": 1\n\"b\": " + large + "\n\"c\": 3"))
                .containsExactly("1 a 1", "2! the record is longer than 16 MB", "3 c 3");
        assertThat(read("{\"a\": 1,\n\"b\": " + large + ",\n\"c\": 3}"))
                .containsExactly("1 a 1", "2! the record is longer than 16 MB", "3 c 3");
    }

    /** However the bytes arrive, the same is read. */
    @Test
    void piecesOfAnyLength_readTheSame() throws IOException {
        StringBuilder lines = new StringBuilder();
        StringBuilder object = new StringBuilder("{");
        List<String> expectedLines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String json = "{\"n\":" + i + ",\"s\":\"é;}" + "x".repeat(i % 50) + "\"}";
            lines.append("\"k").append(i).append("\": ").append(json).append('\n');
            object.append(i == 0 ? "" : ",\n")
                    .append("\"k")
                    .append(i)
                    .append("\":")
                    .append(json);
            expectedLines.add((i + 1) + " k" + i + " " + json);
        }
        object.append('}');
        long seed = Long.getLong("nestor.seed", 42);
        assertThat(read(new Pieces(lines.toString(), seed), "_key"))
                .as("seed %s", seed)
                .isEqualTo(expectedLines);
        assertThat(read(new Pieces(object.toString(), seed), "_key"))
                .as("seed %s", seed)
                .isEqualTo(expectedLines);
    }

    /** A stream that gives some bytes at a time. */
    private static final class Pieces extends InputStream {
        private final InputStream bytes;
        private final Random random;

        Pieces(String text, long seed) {
            this.bytes = new ByteArrayInputStream(text.getBytes(UTF_8));
            this.random = new Random(seed);
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, Math.min(length, 1 + random.nextInt(5000)));
        }
    }

    private static List<String> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(UTF_8)), "_key");
    }

    private static List<String> read(InputStream in, String keyField) throws IOException {
        Input input = new Input(in);
        Records records = Form.of(input, keyField).records(input, keyField);
        List<String> items = new ArrayList<>();
        for (Item item = records.next(); item != null; item = records.next()) {
            items.add(
                    switch (item) {
                        case Item.Document document ->
                            document.line() + " " + document.key() + " " + new String(document.json(), UTF_8);
                        case Item.Reject reject -> reject.line() + "! " + reject.reason();
                    });
        }
        return items;
    }
}
