/**
 * The state of one partition: what a replica holds in memory, how a write changes it, and how it is written out
 * whole. It knows neither sockets nor replication; the same entries in the same order give the same state anywhere.
 *
 * <pre>
 *   client's words ──▶ Operation ──▶ EntryEncoder ──▶ log ──▶ LogEntry ──▶ Store.apply ──▶ Outcome per operation
 *                                                                            │
 *                                    StringWrites, KeyWrites, JsonWrites ──▶ Batch
 *                                                                            │ one commit, one publication
 *   readers, without a lock ◀──────────────────────────────────────────── StoreView
 *                                                                            │
 *                                                      SnapshotWriter ◀── freeze      restore ◀── SnapshotReader
 * </pre>
 *
 * <p>A view is two tries: the records, and an index of the keys that expire in the order in which they do:
 *
 * <pre>
 *   records    key                       → [kind | version | expiry? | value]   RecordView
 *   expiries   8 bytes of millis + key   → nothing                              ExpiryIndex
 * </pre>
 */
@NullMarked
package dev.nestor.server.store;

import org.jspecify.annotations.NullMarked;
