/**
 * Paths into a document: one model, three notations that are read into it, one evaluator over packed bytes.
 *
 * <pre>
 *   person1.tags[0]     .tags[0]      $.tags[?@.n > 3]
 *         |                |                 |
 *   DottedParser     LegacyParser     JsonPathParser + FilterParser     all on a PathScanner
 *         \________________|_________________/
 *                          |
 *    Path = Segments (Child, Descendant) of Selectors (Name, Index, Wildcard, Slice, Filter)
 *                          |                               Filter = Condition over Operands
 *          ________________|_________________
 *         /                |                 \
 *   Steps.find        Evaluation           Edit
 *   one value         ordered Matches      a new Document
 * </pre>
 *
 * <p>Nothing here decodes a document as a whole, and nothing recurses deeper than the document and
 * {@link dev.nestor.document.path.PathLimits} allow. Everything public is immutable and safe to share between
 * threads.
 */
@NullMarked
package dev.nestor.document.path;

import org.jspecify.annotations.NullMarked;
