package dev.nestor.broker.repl;

import dev.nestor.document.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cells of tables. */
final class Cells {
    private Cells() {}

    static Value of(Optional<String> text) {
        return text.map(Value::of).orElseGet(Value::nullValue);
    }

    /** A list of texts. */
    static Value of(List<?> items) {
        return Value.parse(items.stream()
                .map(item -> Value.of(item.toString()).toString())
                .collect(Collectors.joining(",", "[", "]")));
    }
}
