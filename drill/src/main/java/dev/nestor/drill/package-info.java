/**
 * What Nestor does when servers die, shown on real ones.
 *
 * <pre>
 *   DemoCommand ──> Demo ──> local.LocalServers    processes of this machine
 *                    │
 *                    ├─────> SampleData            what is loaded
 *                    ├─────> a person at the prompt, with KILL, START, PAUSE and RESUME
 *                    └─────> DemoCheck             or a script that says whether all went well
 * </pre>
 */
@NullMarked
package dev.nestor.drill;

import org.jspecify.annotations.NullMarked;
