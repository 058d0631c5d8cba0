/**
 * Nestor's servers as processes of this machine, which can be killed, paused, resumed and started again.
 *
 * <pre>
 *   LocalServers ──> LocalServer 1..n ──> a process, its folder, its log
 *        │                  └───────────> Launch    its command
 *        └─────────> Scratch              the folder of it all, which goes when they go
 * </pre>
 *
 * The processes run the Java and the classes that this one runs. They end when this one ends, even by SIGKILL: their
 * standard input ends with it.
 */
@NullMarked
package dev.nestor.drill.local;

import org.jspecify.annotations.NullMarked;
