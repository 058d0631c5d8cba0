package dev.nestor.document;

/** The grammar of JSON numbers: {@code -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?}. */
final class JsonNumber {
    private JsonNumber() {}

    static boolean isNumber(byte[] text, int from, int to) {
        return end(text, from, to) == to;
    }

    /**
     * The position after the longest number at {@code from}, or minus one minus the position where a
     * digit is missing. It never reads from {@code limit} on.
     */
    static int end(byte[] text, int from, int limit) {
        int whole = from < limit && text[from] == '-' ? from + 1 : from;
        int at = whole < limit && text[whole] == '0' ? whole + 1 : digitsEnd(text, whole, limit);
        if (at > whole && at < limit && text[at] == '.') {
            int fraction = at + 1;
            at = digitsEnd(text, fraction, limit);
            if (at == fraction) {
                return -fraction - 1;
            }
        }
        if (at > whole && at < limit && (text[at] | 0x20) == 'e') {
            int exponent = at + 1;
            if (exponent < limit && (text[exponent] == '+' || text[exponent] == '-')) {
                exponent++;
            }
            at = digitsEnd(text, exponent, limit);
            if (at == exponent) {
                return -exponent - 1;
            }
        }
        return at > whole ? at : -whole - 1;
    }

    private static int digitsEnd(byte[] text, int from, int limit) {
        int at = from;
        while (at < limit && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }
}
