package dev.nestor.broker.repl;

/** JSON as people type it, looked at without parsing it: only strings are told from the rest. */
final class JsonText {
    private JsonText() {}

    /** Whether an object or an array has begun that does not end. A string that has not ended will not in another line. */
    static boolean isOpen(String text) {
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"' -> {
                    int end = stringEnd(text, at);
                    if (end == 0) {
                        return false;
                    }
                    at = end - 1;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth = Math.max(0, depth - 1);
                default -> {
                    // Neither begins nor ends anything.
                }
            }
        }
        return depth > 0;
    }

    /** Where the object, the array, the string or the character that starts here has ended, or 0 if it does not. */
    static int end(String text, int start) {
        int depth = 0;
        int at = start;
        do {
            switch (text.charAt(at)) {
                case '"' -> {
                    at = stringEnd(text, at);
                    if (at == 0) {
                        return 0;
                    }
                }
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0 && at < text.length());
        return depth > 0 ? 0 : at;
    }

    /** Where the string that starts at {@code start} has ended, or 0 if it does not. */
    static int stringEnd(String text, int start) {
        for (int at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                return at + 1;
            }
        }
        return 0;
    }

    /**
     * The same with a comma for every semicolon between members, as the semicolon form of data has them, and without
     * those at the end. A semicolon inside a string stays.
     */
    static String withCommas(String text) {
        StringBuilder json = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                int end = stringEnd(text, at);
                at = end == 0 ? text.length() : end - 1;
            } else if (text.charAt(at) == ';') {
                json.setCharAt(at, text.substring(at + 1).isBlank() ? ' ' : ',');
            }
        }
        return json.toString().strip();
    }
}
