package dev.nestor.document.path;

/** What can stand on its own in a filter before the parser knows whether it is compared or tested. */
sealed interface Term permits Operand, Query, Condition.RegexpTest {}
