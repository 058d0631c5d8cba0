package dev.nestor.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * One command as a client sent it: its name and its arguments, as bytes. There is always a name.
 *
 * <p>The arrays are handed out as they are, without a copy: whoever gets one must not change it.
 */
public final class Request {
    private final byte[][] arguments;

    Request(byte[][] arguments) {
        this.arguments = arguments;
    }

    /** A request of these words, in UTF-8. */
    public static Request of(String name, String... arguments) {
        byte[][] words = new byte[arguments.length + 1][];
        words[0] = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].getBytes(StandardCharsets.UTF_8);
        }
        return new Request(words);
    }

    /** How many words there are, the name included; what Redis calls argc. */
    public int size() {
        return arguments.length;
    }

    /** The command's name, in the client's case. */
    public byte[] name() {
        return arguments[0];
    }

    /** The word at this index; the name is at 0. */
    public byte[] argument(int index) {
        return arguments[index];
    }

    /** The word at this index as UTF-8. */
    public String text(int index) {
        return new String(arguments[index], StandardCharsets.UTF_8);
    }

    /** Whether the word at this index is this ASCII keyword, in any case. Allocates nothing. */
    public boolean is(int index, String keyword) {
        byte[] word = arguments[index];
        if (word.length != keyword.length()) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (upper(word[i]) != upper((byte) keyword.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The request that starts at this word, as in {@code COMMAND GETKEYS <request>}.
     *
     * @throws IndexOutOfBoundsException when there is no word at this index
     */
    public Request from(int index) {
        Objects.checkIndex(index, arguments.length);
        return new Request(Arrays.copyOfRange(arguments, index, arguments.length));
    }

    private static byte upper(byte letter) {
        return letter >= 'a' && letter <= 'z' ? (byte) (letter - 32) : letter;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Request request && Arrays.deepEquals(arguments, request.arguments);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(arguments);
    }

    /** The name and the number of arguments: what the arguments say is nobody's business but the client's. */
    @Override
    public String toString() {
        return text(0) + " (" + (size() - 1) + " arguments)";
    }
}
