package dev.nestor.document.path;

/** What is left of the steps that one evaluation may take. */
final class Budget {
    private long left = PathLimits.STEPS;

    /** @throws PathLimitException when the steps are used up */
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new PathLimitException(
                    "a path may take " + PathLimits.STEPS + " steps through a document, this one takes more");
        }
    }
}
