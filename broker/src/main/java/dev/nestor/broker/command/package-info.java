/** The broker's command: opens a cluster, and hands it to the faces of {@link dev.nestor.broker}. */
@NullMarked
package dev.nestor.broker.command;

import org.jspecify.annotations.NullMarked;
