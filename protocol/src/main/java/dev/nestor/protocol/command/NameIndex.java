package dev.nestor.protocol.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a command by its name's bytes, in any case, without allocating: a hash table with open addressing. */
final class NameIndex {
    /** A command under its name, and the index of its subcommands if it has any. */
    record Entry(String name, CommandSpec command, @Nullable NameIndex subcommands) {}

    private final @Nullable Entry[] entries;
    private final int mask;

    /**
     * @param word which word of its name a command is found by: 0, or 1 for subcommands
     */
    NameIndex(List<CommandSpec> commands, int word) {
        int capacity = Integer.highestOneBit(4 * commands.size() + 1);
        entries = new @Nullable Entry[capacity];
        mask = capacity - 1;
        for (CommandSpec command : commands) {
            put(command.syntax().name().get(word), command);
        }
    }

    private void put(String name, CommandSpec command) {
        int place = place(name.getBytes(StandardCharsets.US_ASCII));
        if (entries[place] != null) {
            throw new IllegalArgumentException("Two commands are called " + name);
        }
        NameIndex subcommands = command.isContainer() ? new NameIndex(command.subcommands(), 1) : null;
        entries[place] = new Entry(name, command, subcommands);
    }

    @Nullable
    Entry find(byte[] name) {
        return entries[place(name)];
    }

    /** Where the name stands, or the free place where it would. */
    private int place(byte[] name) {
        int hash = 0;
        for (byte letter : name) {
            // Without the bit that tells the cases apart; other characters lose it too, which a hash may.
            hash = 31 * hash + (letter & 0xDF);
        }
        int place = (hash ^ hash >>> 15) & mask;
        Entry entry = entries[place];
        while (entry != null && !same(entry.name(), name)) {
            place = place + 1 & mask;
            entry = entries[place];
        }
        return place;
    }

    private static boolean same(String upper, byte[] name) {
        if (upper.length() != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            byte letter = name[i];
            if (upper.charAt(i) != (letter >= 'a' && letter <= 'z' ? letter - 32 : letter)) {
                return false;
            }
        }
        return true;
    }
}
