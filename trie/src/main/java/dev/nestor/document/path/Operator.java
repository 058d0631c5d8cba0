package dev.nestor.document.path;

/** The comparisons of a filter. */
enum Operator {
    // Longer symbols come first, so that the parser may try them in this order.
    EQUAL("=="),
    NOT_EQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    LESS("<"),
    GREATER(">");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }
}
