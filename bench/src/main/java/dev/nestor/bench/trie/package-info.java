/**
 * The trie beside its peers, at a million keys. {@link dev.nestor.bench.trie.Peer} lists who is
 * measured; the benchmarks ask each the same questions, starting from the bytes that a request arrives in:
 *
 * <pre>
 *   GetBenchmark     one key at a time, in random order
 *   PutBenchmark     batches of a thousand, committed: replacing records, and adding new ones
 *   ScanBenchmark    a hundred records in order from a random key
 *   HeapPerRecord    bytes of heap per record, beside TreeMap
 * </pre>
 *
 * Run them with {@code java -cp … org.openjdk.jmh.Main dev.nestor.bench.trie}, quickly with {@code -f 1 -wi 2
 * -i 3 -w 300ms -r 300ms}; {@code HeapPerRecord} has a main method of its own.
 */
@NullMarked
package dev.nestor.bench.trie;

import org.jspecify.annotations.NullMarked;
