/**
 * The dataset generator: nested documents of random values, as many as wanted, always the same for the same seed.
 *
 * <pre>
 *   KeyFile ──► Field, FieldType ─┐
 *                         Shape ──┼─► RecordGenerator ──► RecordSink ◄── RecordEncoder ──► DatasetWriter ──► Destination
 *                         seed  ──┘   a pure function                    bytes in a        chunks made in    standard output,
 *                                     of seed and index                  RecordFormat      parallel, in      a device, or a
 *                                                                                          order             whole new file
 * </pre>
 *
 * {@link dev.nestor.datagen.DatagenCommand} is the command line in front of it. Other parts of Nestor use
 * {@link dev.nestor.datagen.RecordGenerator} in process. The package knows no other package of Nestor.
 */
@NullMarked
package dev.nestor.datagen;

import org.jspecify.annotations.NullMarked;
