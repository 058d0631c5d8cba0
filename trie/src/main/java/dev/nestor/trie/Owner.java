package dev.nestor.trie;

/**
 * The mark of one batch of edits. A node may be written only by the editor whose current owner it
 * carries; a commit gives the editor a new owner, and with that all committed nodes are frozen.
 */
final class Owner {}
