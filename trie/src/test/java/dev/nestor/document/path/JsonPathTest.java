package dev.nestor.document.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.document.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of RFC 9535 one by one; {@link JsonPathComplianceTest} runs the official suite. */
class JsonPathTest {
    private static final Value PERSON = Value.parse("""
            {
              "name": "Panos",
              "age": 41,
              "cars": [
                {"make": "VW", "hp": 75, "tags": ["old", "red"]},
                {"make": "Volvo", "hp": 1.2e2},
                {"make": "Škoda", "hp": 90, "tags": []}
              ],
              "home": {"city": "Athens", "zip": "10431", "geo": {"lat": 37.98, "city": null}},
              "fast": 100,
              "face": "😀z",
              "v": "V.*"
            }
            """);

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    $.name                          ; ["Panos"]
                    $.nosuch                        ; []
                    $.name.x                        ; []
                    $.name[0]                       ; []
                    $['home']["geo"].lat            ; [37.98]
                    $.home.geo.city                 ; [null]
                    $.cars[1].make                  ; ["Volvo"]
                    $.cars[-1].make                 ; ["Škoda"]
                    $.cars[3]                       ; []
                    $.cars[-4]                      ; []
                    $.cars[*].make                  ; ["VW", "Volvo", "Škoda"]
                    $.cars[::-1].make               ; ["Škoda", "Volvo", "VW"]
                    $.cars[1:].make                 ; ["Volvo", "Škoda"]
                    $.cars[-9:9:2].make             ; ["VW", "Škoda"]
                    $.cars[1:-5:-1].make            ; ["Volvo", "VW"]
                    $.cars[0:9:0]                   ; []
                    $.cars[2,0,0].make              ; ["Škoda", "VW", "VW"]
                    $.home['zip','city']            ; ["10431", "Athens"]
                    $..city                         ; ["Athens", null]
                    $..tags[0]                      ; ["old"]
                    $..[0]                          ; [{"make": "VW", "hp": 75, "tags": ["old", "red"]}, "old"]
                    $.home..*                       ; ["Athens", "10431", {"lat": 37.98, "city": null}, 37.98, null]
                    $.cars[?@.hp > 80].make         ; ["Volvo", "Škoda"]
                    $.cars[?@.hp >= $.fast].make    ; ["Volvo"]
                    $.cars[?@.hp == 120.0].make     ; ["Volvo"]
                    $.cars[?@.make < 'W'].make      ; ["VW", "Volvo"]
                    $.cars[?@.tags].make            ; ["VW", "Škoda"]
                    $.cars[?!@.tags].make           ; ["Volvo"]
                    $.cars[?@.tags[0]].make         ; ["VW"]
                    $.cars[?@.tags == $.nosuch].hp  ; [1.2e2]
                    $.cars[?@.hp<80||@.hp>100].hp   ; [75, 1.2e2]
                    $.cars[?@.hp>80&&(@.hp<100)].hp ; [90]
                    $.cars[?@.a || @.hp>80 && !(@.hp<100)].hp ; [1.2e2]
                    $.cars[?length(@.tags) == 0].hp ; [90]
                    $.cars[?length(@.make) == 5].hp ; [1.2e2, 90]
                    $[?length(@) == 2]              ; ["😀z"]
                    $.cars[?count(@..*) > 3].hp     ; [75]
                    $.cars[?value(@..[0]) == 'old'].hp ; [75]
                    $.cars[?value(@.*) == 75].hp    ; []
                    $.cars[?match(@.make, 'V.')].hp ; [75]
                    $.cars[?search(@.make, 'o.o|k')].hp ; [90]
                    $.cars[?match(@.make, $.v)].hp  ; [75, 1.2e2]
                    $.cars[?match(@.make, $.age)]   ; []
                    $.cars[?match(@.make, '(')]     ; []
                    $[?@ == 'Panos']                ; ["Panos"]
                    $[?@.city != null]              ; ["Panos", 41, [{"make": "VW", "hp": 75, "tags": ["old", "red"]}, {"make": "Volvo", "hp": 1.2e2}, {"make": "Škoda", "hp": 90, "tags": []}], {"city": "Athens", "zip": "10431", "geo": {"lat": 37.98, "city": null}}, 100, "😀z", "V.*"]
                    """)
    void matches_arePickedInOrder(String path, String expected) {
        List<Match> matches = Path.parse(path).matches(PERSON);

        Value array = Value.parse(expected);
        assertThat(matches).hasSize(array.size());
        for (int index = 0; index < array.size(); index++) {
            assertThat(matches.get(index).value()).isEqualTo(array.element(index));
        }
    }

    @ParameterizedTest
    @CsvSource({"==,'2,2'", "!=,'1,3,null,[2],true'", "<,1", "<=,'1,2,2'", ">,3", ">=,'2,2,3'"})
    void comparison_ofNumbers_isByWhatTheyStandFor(String operator, String expected) {
        Value numbers = Value.parse("[1, 2, 2.0, 3, null, [2], true]");

        assertThat(picked("$[?@ %s 2]", operator, numbers)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"==,'2,2'", "!=,'1,3,null,[2],true'", "<,1", "<=,'1,2,2'", ">,3", ">=,'2,2,3'"})
    void comparison_ofStrings_isByCharacters(String operator, String expected) {
        Value strings = Value.parse("[\"1\", \"2\", \"2\", \"3\", null, [2], true]");

        assertThat(picked("$[?@ %s '2']", operator, strings)).isEqualTo(expected);
    }

    private static String picked(String path, String operator, Value document) {
        return Path.parse(path.formatted(operator)).matches(document).stream()
                .map(match -> match.value().toString().replaceAll("\"|\\.0", ""))
                .collect(Collectors.joining(","));
    }

    @Test
    void comparison_ofStrings_isByCodePointsNotByUtf16() {
        Value strings = Value.parse("[\"😀\", \"\uffee\", \"\", \"\uffeea\"]");

        assertThat(Path.parse("$[?@ < '😀']").matches(strings)).hasSize(3);
        assertThat(Path.parse("$[?@ > '\uffee']").matches(strings)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    $                      ; $
                    $.cars[-1]['make']     ; $['cars'][2]['make']
                    $.home.*               ; $['home']['city'] $['home']['zip'] $['home']['geo']
                    $..tags[0, 0]          ; $['cars'][0]['tags'][0] $['cars'][0]['tags'][0]
                    $.cars[::-2]           ; $['cars'][2] $['cars'][0]
                    """)
    void normalizedPath_saysWhereAMatchStands(String path, String expected) {
        List<String> paths = Path.parse(path).matches(PERSON).stream()
                .map(Match::normalizedPath)
                .toList();

        assertThat(String.join(" ", paths)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.a[0]['b', *][1:2]..c", "$[?match(@.a, 'x') && !(count(@..*) > 1e0 || $.b)]"})
    void equals_samePathReadTwice_isTrue(String text) {
        assertThat(Path.parse(text)).isEqualTo(Path.parse(text)).hasSameHashCodeAs(Path.parse(text));
        assertThat(Path.parse(text)).isNotEqualTo(Path.parse(text + ".x"));
        assertThat(Path.parse("$[?match(@, 'x')]")).isNotEqualTo(Path.parse("$[?match(@, 'y')]"));
    }

    @Test
    void parse_bareNameWithRedisCharacters_isAName() {
        assertThat(Path.parse("$.a-b+c#d%e^f/g:h$i`j[0]")).isEqualTo(Path.parse("$['a-b+c#d%e^f/g:h$i`j'][0]"));
        assertThat(Path.parse("$[?@.a-b==1]")).isEqualTo(Path.parse("$[?@['a-b']==1]"));
    }

    @Test
    void normalizedPath_escapesWhatRfc9535Says() {
        Value object = Value.parse("{\"\\b\\t\\n\\f\\r'\\\\\\u000b\\u007f\\\"\": 1}");
        Match match = Path.parse("$.*").matches(object).getFirst();

        assertThat(match.normalizedPath()).isEqualTo("$['\\b\\t\\n\\f\\r\\'\\\\\\u000b\u007f\"']");
        assertThat(match.dottedPath()).isEqualTo("\"\\b\\t\\n\\f\\r'\\\\\\u000b\u007f\\\"\"");
    }

    @Test
    void everyMatch_isFoundAgainByItsPaths() {
        for (Match match : Path.parse("$..*").matches(PERSON)) {
            assertThat(Path.parse(match.normalizedPath()).find(PERSON)).isEqualTo(match.value());
            assertThat(Path.dotted(match.dottedPath()).find(PERSON)).isEqualTo(match.value());
        }
    }

    @Test
    void find_severalMatches_givesTheFirst() {
        assertThat(Path.parse("$..city").find(PERSON)).isEqualTo(Value.of("Athens"));
        assertThat(Path.parse("$..nosuch").find(PERSON)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    $.                      ; '*' or a name (one with special characters goes in brackets: ['a b']) ; 3
                    $.a@b                   ; '.', '[' or end of path                                ; 4
                    $.1                     ; '*' or a name (one with special characters goes in brackets: ['a b']) ; 3
                    $a                      ; '.', '[' or end of path                                ; 2
                    `$ `                    ; '.', '[' or end of path                                ; 2
                    $...a                   ; '*' or a name (one with special characters goes in brackets: ['a b']) ; 4
                    $[a]                    ; a quoted name, an index, a slice, '*' or '?'           ; 3
                    $[0                     ; ',' or ']'                                             ; 4
                    $[0,]                   ; a quoted name, an index, a slice, '*' or '?'           ; 5
                    $['a                    ; a character of the string or its closing '             ; 5
                    $[1:2:3:4]              ; ',' or ']'                                             ; 8
                    $[?]                    ; '@', '$', a literal, a function, '!' or '('            ; 4
                    $[?@.a ==]              ; '@', '$', a literal, a function, '!' or '('            ; 10
                    $[?@.a = 1]             ; ',' or ']'                                             ; 8
                    $[?(@.a]                ; '&&', '||' or ')'                                      ; 8
                    $[?1]                   ; a comparison, because this alone is neither true nor false, ; 4
                    $[?!1]                  ; a comparison, because this alone is neither true nor false, ; 5
                    $[?length(@.a)]         ; a comparison, because this alone is neither true nor false, ; 4
                    $[?@.* == 1]            ; a path of names and indexes alone                      ; 4
                    $[?1 == @..a]           ; a path of names and indexes alone                      ; 9
                    $[?match(@.a,'b')==1]   ; a value, not a test,                                   ; 4
                    $[?length(@.*) == 1]    ; a path of names and indexes alone                      ; 11
                    $[?count(1) == 1]       ; a path                                                 ; 10
                    $[?count() == 1]        ; '@', '$', a literal, a function, '!' or '('            ; 10
                    $[?count(@,@) == 1]     ; ')'                                                    ; 11
                    $[?match(@.a)]          ; ','                                                    ; 13
                    $[?size(@) == 1]        ; a function: length, count, match, search or value      ; 4
                    $[?@ == 01]             ; an integer without leading zeros                       ; 9
                    $[?@ == 1.]             ; a digit                                                ; 11
                    """)
    void parse_wrongText_saysWhereAndWhatWasExpected(String text, String expected, int position) {
        PathSyntaxException refusal = Refusal.of(() -> JsonPathParser.path(text));

        assertThat(refusal.expected()).isEqualTo(expected);
        assertThat(refusal.position()).isEqualTo(position);
    }

    @Test
    void parse_wrongText_messageIsOneReadableLine() {
        assertThat(Refusal.of(() -> Path.parse("$.cars[3\n")))
                .hasMessage("expected ',' or ']' at position 10, found end of path: $.cars[3\\u000a");
        assertThat(Refusal.of(() -> Path.parse("$.cars[" + "1".repeat(300))))
                .hasMessage("expected an integer between -9007199254740991 and 9007199254740991 at position 8, "
                        + "found '1': $.cars[" + "1".repeat(40) + "…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$[9007199254740991]", "$[-9007199254740991:9007199254740991:-9007199254740991]", "$[9:-9:9]"})
    void matches_extremeIndexes_areHarmless(String path) {
        assertThat(Path.parse(path).matches(Value.parse("[1,2,3]"))).hasSizeLessThan(2);
    }
}
