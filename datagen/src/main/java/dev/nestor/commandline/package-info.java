/**
 * What all of Nestor's programs have in common on the command line: how they {@linkplain
 * dev.nestor.commandline.Failures fail} and their {@linkplain dev.nestor.commandline.Version version}.
 */
@NullMarked
package dev.nestor.commandline;

import org.jspecify.annotations.NullMarked;
