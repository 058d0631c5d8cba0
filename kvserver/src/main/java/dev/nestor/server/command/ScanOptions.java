package dev.nestor.server.command;

import dev.nestor.protocol.Request;
import dev.nestor.server.store.RecordView;
import java.util.Locale;

/**
 * What may follow the cursor of a SCAN.
 *
 * @param count how many keys to look at before answering
 * @param typeName what TYPE says of the keys wanted, in lower case; empty for any
 */
record ScanOptions(KeyPattern pattern, long count, String typeName) {
    private static final long DEFAULT_COUNT = 10;

    static ScanOptions of(Request request) {
        KeyPattern pattern = KeyPattern.ALL;
        long count = DEFAULT_COUNT;
        String typeName = "";
        for (int index = 2; index < request.size(); index += 2) {
            if (index + 1 == request.size()) {
                throw Refusal.syntax();
            }
            switch (request.text(index).toUpperCase(Locale.ROOT)) {
                case "MATCH" -> pattern = new KeyPattern(request.argument(index + 1));
                case "COUNT" -> count = Arguments.integer(request, index + 1);
                case "TYPE" -> typeName = request.text(index + 1).toLowerCase(Locale.ROOT);
                default -> throw Refusal.syntax();
            }
        }
        if (count < 1) {
            throw Refusal.syntax();
        }
        return new ScanOptions(pattern, count, typeName);
    }

    boolean wants(RecordView record) {
        boolean right = typeName.isEmpty()
                || typeName.equals(KeyCommands.typeName(record.kind()).toLowerCase(Locale.ROOT));
        return right && pattern.matches(record.key());
    }
}
