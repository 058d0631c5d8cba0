package dev.nestor.document.path;

import java.util.List;
import java.util.function.Function;

/** Every way to read a path from a text. */
final class PathReaders {
    static final List<Function<String, ?>> ALL = List.of(
            Path::dotted, Address::parse, Path::parse, text -> new LegacyParser(text).path(), JsonPathParser::path);

    private PathReaders() {}
}
