package dev.nestor.datagen;

/** Something to do in case the process is told to end, by Ctrl-C perhaps, before it is {@linkplain #forget forgotten}. */
final class AtExit {
    private final Thread hook;

    AtExit(String name, Runnable action) {
        hook = new Thread(action, name);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Does nothing when the process ends already: the action then runs, or has run. */
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // Too late, which the action's owner must be ready for.
        }
    }
}
