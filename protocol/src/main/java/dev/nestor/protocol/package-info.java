/**
 * RESP2 and RESP3, the wire protocol of Redis: what a client's bytes mean, and what is answered.
 *
 * <pre>
 *   bytes ──> RequestDecoder ──> Request ──────> (a server)
 *              RequestParser                         │
 *                                                    v
 *   bytes <── ReplyBatch <────── Reply, Failure <────┘
 *              ReplyEncoder
 *
 *   bytes ──> ReplyDecoder ────> Reply           (the other end: a client)
 *              ReplyParser
 * </pre>
 *
 * The parsers keep their place inside a frame instead of the frame's bytes: whatever was read is never read again, and
 * no buffer outlives the read that brought it. {@link dev.nestor.protocol.Slot} says where a key belongs, the package
 * {@code command} which commands there are.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">Redis serialization protocol</a>
 */
@NullMarked
package dev.nestor.protocol;

import org.jspecify.annotations.NullMarked;
