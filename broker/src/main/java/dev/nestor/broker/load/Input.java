package dev.nestor.broker.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window on a stream of bytes that moves forward, and grows as long as somebody needs what lies in it. Not for several
 * threads.
 */
final class Input {
    /** What one record may take, key and all; a server's limit is half of that. */
    static final int LARGEST_RECORD = 16 << 20;

    private static final int FIRST_BYTES = 1 << 18;

    private final InputStream in;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int kept;
    private int position;
    private int end;
    private long passed;
    private long line = 1;
    private long keptLine = 1;

    Input(InputStream in) {
        this.in = in;
    }

    /** The window's bytes; another array after more was read. */
    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes} the next byte to read stands. */
    int position() {
        return position;
    }

    /** Where in {@link #bytes} the first byte stands that is still needed. */
    int kept() {
        return kept;
    }

    /** The number of the line that the next byte is in, from 1. */
    long line() {
        return line;
    }

    /** How many bytes were read so far. */
    long passed() {
        return passed + position;
    }

    /** Nothing before the next byte is needed any more. */
    void keepFromHere() {
        kept = position;
        keptLine = line;
    }

    /** Goes back to the first byte that is still needed. */
    void rewind() {
        position = kept;
        line = keptLine;
    }

    /** The next byte, 0 to 255, or -1 at the end; it stays. */
    int peek() throws IOException {
        return position < end || readMore() ? bytes[position] & 0xFF : -1;
    }

    /** Takes the next byte, 0 to 255, or -1 at the end. */
    int next() throws IOException {
        int next = peek();
        if (next >= 0) {
            position++;
            if (next == '\n') {
                line++;
            }
        }
        return next;
    }

    /** Whether what is kept is more than a record may be. */
    boolean isTooLong() {
        return position - kept > LARGEST_RECORD;
    }

    /** Goes to the end of the line, which stays, or of the input. What was kept is forgotten once it is too long. */
    boolean toLineEnd() throws IOException {
        boolean fits = true;
        while (true) {
            for (int i = position; i < end; i++) {
                if (bytes[i] == '\n') {
                    position = i;
                    return fits && !isTooLong();
                }
            }
            position = end;
            if (isTooLong()) {
                fits = false;
                keepFromHere();
            }
            if (!readMore()) {
                return fits;
            }
        }
    }

    private boolean readMore() throws IOException {
        makeRoom();
        int read = in.read(bytes, end, bytes.length - end);
        if (read <= 0) {
            return false;
        }
        end += read;
        return true;
    }

    private void makeRoom() {
        if (kept > 0) {
            System.arraycopy(bytes, kept, bytes, 0, end - kept);
            passed += kept;
            position -= kept;
            end -= kept;
            kept = 0;
        }
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }
}
