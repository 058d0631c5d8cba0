package dev.nestor.trie;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The nodes on the way from the root towards a key, down to a record that shares the longest prefix with
 * the key: one way is as good as another below the byte where the key leaves the trie.
 */
final class Path {
    private @Nullable Node[] nodes = new @Nullable Node[16];
    private int height;

    /** Walks towards the key {@code buffer[offset, offset + length)}. Returns the record at the end. */
    byte[] walk(Object root, byte[] buffer, int offset, int length) {
        height = 0;
        Object at = root;
        while (at instanceof Node node) {
            push(node);
            Object next = node.depth > length ? null : node.at(node.position(buffer, offset, length));
            at = next == null ? node.first() : next;
        }
        return (byte[]) at;
    }

    int height() {
        return height;
    }

    Node node(int index) {
        return Objects.requireNonNull(nodes[index]);
    }

    /** The number of nodes that branch before {@code depth}. */
    int nodesBefore(int depth) {
        int count = height;
        while (count > 0 && node(count - 1).depth >= depth) {
            count--;
        }
        return count;
    }

    /** Lets go of the nodes, which would keep an old version from being collected. */
    void clear() {
        Arrays.fill(nodes, null);
        height = 0;
    }

    private void push(Node node) {
        if (height == nodes.length) {
            nodes = Arrays.copyOf(nodes, height * 2);
        }
        nodes[height++] = node;
    }
}
