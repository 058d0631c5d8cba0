package dev.nestor.broker;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several calls at once, each on a virtual thread. */
final class Parallel {
    private Parallel() {}

    /** A call to the cluster. */
    @FunctionalInterface
    interface Call<T, R> {
        R on(T item) throws ClusterException;
    }

    /**
     * The results in the order of the items.
     *
     * @throws ClusterException the first of them, once all calls have ended
     */
    static <T, R> List<R> map(List<T> items, Call<T, R> call) throws ClusterException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> calls = items.stream()
                    .map(item -> threads.submit(() -> call.on(item)))
                    .toList();
            threads.close();
            return results(calls);
        }
    }

    private static <R> List<R> results(List<Future<R>> calls) throws ClusterException {
        for (Future<R> call : calls) {
            if (call.state() == Future.State.FAILED) {
                rethrow(call.exceptionNow());
            }
        }
        return calls.stream().map(Future::resultNow).toList();
    }

    private static void rethrow(Throwable failure) throws ClusterException {
        switch (failure) {
            case ClusterException known -> throw known;
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            default -> throw new IllegalStateException(new ExecutionException(failure));
        }
    }
}
