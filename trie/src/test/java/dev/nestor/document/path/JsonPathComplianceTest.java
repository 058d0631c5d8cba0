package dev.nestor.document.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nestor.document.Document;
import dev.nestor.document.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The official JSONPath compliance test suite. It is not part of this repository: take {@code cts.json} from
 * <a href="https://github.com/jsonpath-standard/jsonpath-compliance-test-suite">its own</a> (BSD-2-Clause) and run
 * with {@code -Dnestor.cts=/path/to/cts.json}; without that the test is skipped.
 */
class JsonPathComplianceTest {

    @Test
    void theWholeSuitePasses() throws Exception {
        String file = System.getProperty("nestor.cts");
        assumeTrue(file != null, "no -Dnestor.cts=/path/to/cts.json");
        JsonNode tests =
                JsonMapper.shared().readTree(Files.readString(Paths.get(file))).get("tests");

        List<String> failures = new ArrayList<>();
        int valid = 0;
        int invalid = 0;
        for (JsonNode test : tests) {
            if (test.path("invalid_selector").asBoolean(false)) {
                invalid++;
                checkInvalid(test, failures);
            } else {
                valid++;
                checkValid(test, failures);
            }
        }

        System.out.printf("JSONPath compliance: %d valid and %d invalid selectors%n", valid, invalid);
        assertThat(failures).isEmpty();
        assertThat(valid).isGreaterThanOrEqualTo(456);
        assertThat(invalid).isGreaterThanOrEqualTo(247);
    }

    private static void checkInvalid(JsonNode test, List<String> failures) {
        String selector = test.get("selector").asString();
        try {
            JsonPathParser.path(selector);
            failures.add(test.get("name") + ": accepted " + selector);
        } catch (PathSyntaxException e) {
            assertThat(e.getMessage()).contains("position " + e.position());
        }
    }

    private static void checkValid(JsonNode test, List<String> failures) {
        Document document = Document.parse(test.get("document").toString().getBytes(StandardCharsets.UTF_8));
        List<Match> matches;
        try {
            matches = Path.parse(test.get("selector").asString()).matches(document.root());
        } catch (PathSyntaxException e) {
            failures.add(test.get("name") + ": " + e.getMessage());
            return;
        }
        List<Value> values = matches.stream().map(Match::value).toList();
        List<String> paths = matches.stream().map(Match::normalizedPath).toList();
        if (alternatives(test, "result").stream()
                .map(JsonPathComplianceTest::values)
                .noneMatch(values::equals)) {
            failures.add(test.get("name") + ": " + test.get("selector") + " gave " + values);
        }
        if (alternatives(test, "result_path").stream()
                .map(JsonPathComplianceTest::strings)
                .noneMatch(paths::equals)) {
            failures.add(test.get("name") + ": " + test.get("selector") + " gave " + paths);
        }
    }

    /** The results that are right, under names such as {@code result} for one or {@code results} for several. */
    private static List<JsonNode> alternatives(JsonNode test, String name) {
        boolean paths = name.endsWith("_path");
        JsonNode one = test.get(paths ? "result_paths" : "result");
        if (one != null) {
            return List.of(one);
        }
        List<JsonNode> all = new ArrayList<>();
        test.get(paths ? "results_paths" : "results").forEach(all::add);
        return all;
    }

    private static List<Value> values(JsonNode array) {
        List<Value> values = new ArrayList<>();
        array.forEach(element -> values.add(Value.parse(element.toString())));
        return values;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asString()));
        return strings;
    }
}
