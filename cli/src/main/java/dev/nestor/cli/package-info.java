/** The {@code nestor} command: the root picocli command and nothing but wiring. */
@NullMarked
package dev.nestor.cli;

import org.jspecify.annotations.NullMarked;
