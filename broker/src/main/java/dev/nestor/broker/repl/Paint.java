package dev.nestor.broker.repl;

/** Gives text its colour, or leaves it as it is. */
enum Paint {
    PLAIN,
    ANSI;

    /** What is told apart by colour. The codes are those that every terminal has (ECMA-48, SGR). */
    enum Colour {
        COMMAND("1;36"),
        NAME("34"),
        STRING("32"),
        NUMBER("36"),
        LITERAL("35"),
        HEADING("1"),
        GOOD("32"),
        WARNING("33"),
        ERROR("31"),
        ASIDE("2");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    /** Colours, unless the person wants none (no-color.org) or the terminal has none. */
    static Paint forTerminal(String type) {
        return System.getenv("NO_COLOR") == null && !type.startsWith("dumb") ? ANSI : PLAIN;
    }

    String in(Colour colour, String text) {
        return switch (this) {
            case PLAIN -> text;
            case ANSI -> "\u001B[" + colour.code + "m" + text + "\u001B[0m";
        };
    }
}
