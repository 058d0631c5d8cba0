/** The wire protocol against Netty's own codec for it, both in a channel's pipeline. */
@NullMarked
package dev.nestor.bench.protocol;

import org.jspecify.annotations.NullMarked;
