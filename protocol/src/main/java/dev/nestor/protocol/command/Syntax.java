package dev.nestor.protocol.command;

import java.util.List;

/**
 * How a command is written: the line for people, and what programs make of it.
 *
 * <p>Words in capitals are typed as they stand, others stand for a value; {@code [...]} may be left out, {@code <...>}
 * may not, {@code |} separates alternatives, and {@code key [key ...]} is one or more. The capitals that the line starts
 * with are the command's name, of one word or two.
 *
 * @param line such as {@code EXPIRE key seconds [NX | XX | GT | LT]}
 * @param name such as {@code [CLIENT, LIST]}
 * @param arguments what follows the name
 */
public record Syntax(String line, List<String> name, List<Argument> arguments) {
    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when the line is not written by the rules above
     */
    public static Syntax parse(String line) {
        return new SyntaxParser(line).parse();
    }

    /** Redis's arity: the number of words, the name included; negative when it is only the least. */
    public int arity() {
        int least = name.size();
        long most = name.size();
        for (Argument argument : arguments) {
            least += argument.minWords();
            most += argument.maxWords();
        }
        return most == least ? least : -least;
    }

    /** Where the keys stand: the argument called {@code key}, as often as it is repeated. */
    KeyRange keys() {
        int position = name.size();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            int step = step(argument);
            if (step > 0) {
                int last = argument.multiple() ? -1 - words(arguments.subList(i + 1, arguments.size())) : position;
                return new KeyRange(position, last, step);
            }
            position += words(List.of(argument));
        }
        throw new IllegalArgumentException("No key in: " + line);
    }

    /** How many words lie from one key to the next, 0 when this is no key. */
    private static int step(Argument argument) {
        return switch (argument.kind()) {
            case KEY -> 1;
            case BLOCK -> step(argument.parts().getFirst()) * argument.parts().size();
            case STRING, INTEGER, DOUBLE, PATTERN, TOKEN, ONEOF -> 0;
        };
    }

    /** The words of what must have a fixed length, as otherwise nobody could find the keys beside it. */
    private int words(List<Argument> beside) {
        int words = 0;
        for (Argument argument : beside) {
            if (argument.minWords() != argument.maxWords()) {
                throw new IllegalArgumentException("The keys have no fixed place in: " + line);
            }
            words += argument.minWords();
        }
        return words;
    }
}
