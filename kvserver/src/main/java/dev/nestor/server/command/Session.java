package dev.nestor.server.command;

import dev.nestor.protocol.RespVersion;
import dev.nestor.protocol.command.CommandSpec;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows about one connection, and what a client may say about it. Written by the connection's thread
 * alone; other threads may read it, for CLIENT LIST.
 *
 * <p>A reply is to be encoded in the {@link #version} as it is right after the plan of its request was made: a HELLO
 * changes it for itself and for what comes behind.
 */
public final class Session {
    private final long id;
    private final String remoteAddress;
    private final String localAddress;
    private final long createdMillis;

    private volatile RespVersion version = RespVersion.RESP2;
    private volatile String name = "";
    private volatile String libraryName = "";
    private volatile String libraryVersion = "";
    private volatile boolean authenticated;
    private volatile boolean readOnly;
    private volatile boolean asking;
    private volatile boolean askingNext;
    private volatile boolean evictable = true;
    private volatile boolean touching = true;
    private volatile boolean closing;
    private volatile long activeMillis;
    private volatile @Nullable CommandSpec command;

    /**
     * The session of a new connection.
     *
     * @param id from 1, never given twice by one server
     * @param remoteAddress the client's {@code host:port}
     * @param localAddress this server's {@code host:port}
     * @param createdMillis the time, in milliseconds since 1970
     */
    public Session(long id, String remoteAddress, String localAddress, long createdMillis) {
        this.id = id;
        this.remoteAddress = remoteAddress;
        this.localAddress = localAddress;
        this.createdMillis = createdMillis;
        this.activeMillis = createdMillis;
    }

    public long id() {
        return id;
    }

    String remoteAddress() {
        return remoteAddress;
    }

    String localAddress() {
        return localAddress;
    }

    long createdMillis() {
        return createdMillis;
    }

    /** The version in which this connection is answered. */
    public RespVersion version() {
        return version;
    }

    void speak(RespVersion wanted) {
        version = wanted;
    }

    /** What CLIENT SETNAME said, or the empty text. */
    public String name() {
        return name;
    }

    void rename(String wanted) {
        name = wanted;
    }

    String libraryName() {
        return libraryName;
    }

    void useLibrary(String named) {
        libraryName = named;
    }

    String libraryVersion() {
        return libraryVersion;
    }

    void useLibraryVersion(String given) {
        libraryVersion = given;
    }

    /** Whether the client has given a password that is right. */
    public boolean isAuthenticated() {
        return authenticated;
    }

    void authenticate() {
        authenticated = true;
    }

    /** Whether reads may be answered from a replica that lags behind. */
    public boolean isReadOnly() {
        return readOnly;
    }

    void readFromReplicas(boolean wanted) {
        readOnly = wanted;
    }

    /** Whether the request whose plan was just made came behind ASKING. */
    public boolean isAsking() {
        return asking;
    }

    /** Notes an ASKING, which counts for the next request. */
    void ask() {
        askingNext = true;
    }

    boolean isEvictable() {
        return evictable;
    }

    void evictable(boolean wanted) {
        evictable = wanted;
    }

    boolean isTouching() {
        return touching;
    }

    /** Whether reading is to count as no use of a key. */
    void spareKeys(boolean wanted) {
        touching = !wanted;
    }

    /** Whether the connection is to be closed when all that was asked before is answered. */
    public boolean isClosing() {
        return closing;
    }

    void close() {
        closing = true;
    }

    /** Makes it as new, save for its number and for when it began. */
    void reset() {
        version = RespVersion.RESP2;
        name = "";
        authenticated = false;
        readOnly = false;
        asking = false;
        askingNext = false;
        evictable = true;
        touching = true;
    }

    /** Notes what the client does. Writes only what has changed, as this happens with every request. */
    @SuppressWarnings("ReferenceEquality") // of each row there is one object, and comparing its content takes long
    void begin(CommandSpec begun, long nowMillis) {
        if (command != begun) {
            command = begun;
        }
        if (activeMillis != nowMillis) {
            activeMillis = nowMillis;
        }
        if (asking || askingNext) {
            asking = askingNext;
            askingNext = false;
        }
    }

    long activeMillis() {
        return activeMillis;
    }

    /** The last command, or null before the first. */
    @Nullable
    CommandSpec command() {
        return command;
    }
}
