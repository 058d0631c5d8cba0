/**
 * What all of Nestor's programs have in common on the command line: how they {@linkplain
 * dev.nestor.commandline.Failures fail}, their {@linkplain dev.nestor.commandline.Version version}, and how they tell of
 * {@linkplain dev.nestor.commandline.StatusLine a long run}.
 */
@NullMarked
package dev.nestor.commandline;

import org.jspecify.annotations.NullMarked;
