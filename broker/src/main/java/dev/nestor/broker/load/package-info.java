/**
 * The bulk loader.
 *
 * <pre>
 *   file ──> Input ──> a form of records ──> Item ──> BulkWriter ──> servers
 *             bytes     LineRecords             │
 *                       KeyedRecords            └──> rejects: line number, reason
 *                       ObjectRecords
 * </pre>
 *
 * Which form a file has is found by looking at its beginning. Nothing here holds more of it than one record.
 */
@NullMarked
package dev.nestor.broker.load;

import org.jspecify.annotations.NullMarked;
