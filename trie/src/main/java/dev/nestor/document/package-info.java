/**
 * One JSON document, packed into bytes that are read in place.
 *
 * <p>A {@link dev.nestor.document.Document} is made from JSON text by one streaming pass, or laid over
 * packed bytes that are already there. Its {@link dev.nestor.document.Value}s are views: following a
 * path walks the bytes and decodes nothing but what is asked for. Documents never change; an edit makes a
 * new one, in which all that did not change is copied byte for byte.
 *
 * <pre>
 *  {"make": "VW", "hp": 75, "tags": ["old", 2.50]}
 *
 *  C3 1B                                    object of 3 members in 27 bytes
 *     04 m a k e   02 V W                   name, short string
 *     02 h p       60 4B                    name, integer in one byte
 *     04 t a g s   82 07                    name, array of 2 elements in 7 bytes
 *                     03 o l d              short string
 *                     70 02 FA              decimal: scale 2, digits 250
 * </pre>
 *
 * <p>The text of every number, the order of members and every character come back exactly. All classes
 * here are immutable and safe for use by any thread, save for writers and cursors.
 */
@NullMarked
package dev.nestor.document;

import org.jspecify.annotations.NullMarked;
