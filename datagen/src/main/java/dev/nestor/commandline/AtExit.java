package dev.nestor.commandline;

/** Something to do in case the process is told to end, by Ctrl-C perhaps, before it is {@linkplain #forget forgotten}. */
public final class AtExit {
    private final Thread hook;

    public AtExit(String name, Runnable action) {
        hook = new Thread(action, name);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Does nothing when the process ends already: the action then runs, or has run. */
    public void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // Too late, which the action's owner must be ready for.
        }
    }
}
