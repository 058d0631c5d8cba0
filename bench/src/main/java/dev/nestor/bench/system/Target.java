package dev.nestor.bench.system;

import org.jspecify.annotations.Nullable;

/** A system to which requests go, of which many may be under way at a time. */
interface Target extends AutoCloseable {
    /** How to be told of an answer. */
    @FunctionalInterface
    interface Answered {
        /** Called once, on any thread; the failure is null when all went well. */
        void with(@Nullable Throwable failure);
    }

    void put(int client, byte[] key, byte[] value, Answered answered);

    /** A linearizable read. */
    void get(int client, byte[] key, Answered answered);

    @Override
    void close();
}
