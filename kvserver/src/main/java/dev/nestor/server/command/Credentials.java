package dev.nestor.server.command;

/** Who may use this server. Safe for use by any thread. */
public interface Credentials {
    /** The only user there is. */
    String DEFAULT_USER = "default";

    /** Lets everybody in: no password is set. */
    Credentials NONE = new Credentials() {
        @Override
        public boolean areRequired() {
            return false;
        }

        @Override
        public boolean accept(byte[] password) {
            return true;
        }
    };

    /** Whether a client must give a password first. */
    boolean areRequired();

    /** Whether this is the password. Takes as long for a wrong one as for the right one. */
    boolean accept(byte[] password);
}
