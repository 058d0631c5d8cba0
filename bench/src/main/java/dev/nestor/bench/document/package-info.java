/**
 * Documents side by side with Jackson's tree model: following a path, parsing, writing, and the size of
 * the packed form. Run with {@code java -cp … org.openjdk.jmh.Main dev.nestor.bench.document}, and
 * {@link dev.nestor.bench.document.PackedSizes} for the sizes.
 */
@NullMarked
package dev.nestor.bench.document;

import org.jspecify.annotations.NullMarked;
