/**
 * A persistent adaptive radix trie over byte-string keys: a {@link dev.nestor.trie.Trie} never changes,
 * an {@link dev.nestor.trie.Editor} makes the next one out of it and shares all it does not touch.
 *
 * <p>What hangs in the trie is one {@code byte[]} per document, laid out by
 * {@link dev.nestor.trie.TrieRecord}: the key, then a payload that the trie never looks at. A node says
 * only at which byte of the key it branches; the keys stand complete in the records, so there are no
 * prefixes to store, split or merge. Keys {@code car}, {@code card}, {@code care}, {@code dog}:
 *
 * <pre>
 *   Node4, depth 0
 *    ├─ 'c' → Node4, depth 3 ── entry → [3|car|payload]
 *    │         ├─ 'd' → [4|card|payload]
 *    │         └─ 'e' → [4|care|payload]
 *    └─ 'd' → [3|dog|payload]
 * </pre>
 *
 * <p>A lookup skips the bytes between two depths and compares the whole key once, at the record.
 * The entry of a node is the record whose key ends at the node's depth; it sorts before the children.
 * A node holds up to 4, 16, 48 or 256 children and becomes the next or the previous kind as they come
 * and go.
 *
 * @see <a href="https://db.in.tum.de/~leis/papers/ART.pdf">Leis, Kemper, Neumann: The Adaptive Radix
 *     Tree (ICDE 2013)</a>, whose optimistic path compression this is
 */
@NullMarked
package dev.nestor.trie;

import org.jspecify.annotations.NullMarked;
