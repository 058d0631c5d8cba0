package dev.nestor.commandline;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Whether a person looks at what is written to standard error. */
public final class Terminal {
    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /** Asks POSIX {@code isatty}, as {@link java.io.Console} knows of standard input and output only. */
    @SuppressWarnings("restricted") // native access, which the jar's manifest and the launcher allow
    public static boolean showsStandardError() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("isatty")
                .map(isatty -> linker.downcallHandle(
                        isatty, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)))
                .map(Terminal::call)
                .orElse(false);
    }

    private static boolean call(MethodHandle isatty) {
        try {
            return (int) isatty.invokeExact(STANDARD_ERROR) == 1;
        } catch (Throwable e) {
            throw new AssertionError("A native function throws nothing", e);
        }
    }
}
