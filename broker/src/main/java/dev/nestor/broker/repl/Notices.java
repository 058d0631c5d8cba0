package dev.nestor.broker.repl;

import java.util.List;

/** Remembers what a person was told of the cluster's trouble, so as not to say it twice. Safe for use by any thread. */
final class Notices {
    private List<String> told = List.of();

    /** Whether this is another trouble than the one that was told last; if so, it counts as told. */
    synchronized boolean isNews(List<String> trouble) {
        boolean news = !trouble.equals(told);
        told = List.copyOf(trouble);
        return news;
    }
}
