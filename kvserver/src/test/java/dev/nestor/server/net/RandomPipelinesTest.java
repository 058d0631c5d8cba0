package dev.nestor.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Clients that send long pipelines to partitions of random pace: each must get what it would get if its requests were
 * carried out one after the other. Where a request is refused, it must not have been carried out.
 */
@ExtendWith(NoLeaks.class)
@Timeout(120)
class RandomPipelinesTest {
    private static final long SEED = Long.getLong("nestor.seed", 20260101L);
    private static final int PARTITIONS = 3;
    private static final int CLIENTS = 4;
    private static final int REQUESTS = 4000;
    private static final int KEYS = 12;
    private static final int PIPELINE = 300;

    @Test
    void everyClient_getsWhatItWouldGetOneByOne() throws Exception {
        run(new Pace(false));
    }

    @Test
    void everyClient_getsWhatItWouldGetOneByOne_saveForWhatIsRefused() throws Exception {
        run(new Pace(true));
    }

    private static void run(Pace pace) throws Exception {
        System.out.println("RandomPipelinesTest: -Dnestor.seed=" + SEED);
        try (ExecutorService threads = Executors.newCachedThreadPool();
                TestServer server = new TestServer(PARTITIONS)) {
            CompletableFuture<Void> pacing = CompletableFuture.runAsync(() -> pace.keep(server.partitions), threads);
            List<CompletableFuture<Void>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> talk(server, number, pace.refuses()), threads))
                    .toList();
            try {
                clients.forEach(CompletableFuture::join);
            } finally {
                pace.stop();
                pacing.join();
            }
        }
    }

    private static void talk(TestServer server, int number, boolean refusals) {
        Random random = new Random(SEED + number);
        Model model = new Model();
        try (Client client = server.connect()) {
            int asked = 0;
            while (asked < REQUESTS) {
                List<String> pipeline = IntStream.rangeClosed(0, random.nextInt(PIPELINE))
                        .mapToObj(_ -> request(random, number))
                        .toList();
                client.send(pipeline.toArray(String[]::new));
                check(pipeline, client.replies(pipeline.size()), model, refusals);
                asked += pipeline.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String request(Random random, int client) {
        String key = "c" + client + "k" + random.nextInt(KEYS);
        return switch (random.nextInt(100)) {
            case 0 -> "KEYS c" + client + "*";
            case 1, 2, 3 -> "DEL " + key;
            case 4, 5 -> "PING";
            default ->
                switch (random.nextInt(3)) {
                    case 0 -> "INCR " + key;
                    case 1 -> "SET " + key + " " + random.nextInt(1000);
                    default -> "GET " + key;
                };
        };
    }

    private static void check(List<String> pipeline, List<String> replies, Model model, boolean refusals) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            String reply = replies.get(i);
            boolean refused = reply.startsWith("-") && refusals;
            expected.add(refused ? reply : model.answer(pipeline.get(i), reply));
        }
        assertThat(replies).isEqualTo(expected);
    }

    /** What one client has written. */
    private static final class Model {
        private final Map<String, Long> numbers = new HashMap<>();

        /** The reply to a request; where several are right, that which was given if it is one of them. */
        String answer(String request, String given) {
            String[] words = request.split(" ", -1);
            return switch (words[0]) {
                case "PING" -> "+PONG";
                case "GET" -> numbers.containsKey(words[1]) ? String.valueOf(numbers.get(words[1])) : "nil";
                case "DEL" -> numbers.remove(words[1]) == null ? ":0" : ":1";
                case "INCR" -> ":" + numbers.merge(words[1], 1L, Long::sum);
                case "SET" -> {
                    numbers.put(words[1], Long.valueOf(words[2]));
                    yield "+OK";
                }
                default -> sameKeys(given) ? given : numbers.keySet().toString();
            };
        }

        private boolean sameKeys(String list) {
            String names = list.substring(1, list.length() - 1);
            List<String> listed = names.isEmpty() ? List.of() : List.of(names.split(", ", -1));
            return listed.size() == numbers.size() && numbers.keySet().containsAll(listed);
        }
    }

    /** Lets writes and proofs of leadership through, in random portions of random partitions. */
    private static final class Pace {
        private static final WriteFailure[] FAILURES = WriteFailure.values();

        private final Random random = new Random(SEED);
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final boolean refuses;

        Pace(boolean refuses) {
            this.refuses = refuses;
        }

        boolean refuses() {
            return refuses;
        }

        void stop() {
            stopped.set(true);
        }

        void keep(MemoryPartitions partitions) {
            partitions.all().forEach(MemoryPartition::hold);
            while (!stopped.get()) {
                step(partitions.get(random.nextInt(PARTITIONS)));
                Thread.onSpinWait();
            }
        }

        private void step(MemoryPartition partition) {
            int chance = random.nextInt(100);
            partition.leased = random.nextInt(4) != 0;
            if (refuses && chance == 0) {
                partition.refuseToConfirm();
            } else if (refuses && chance < 5) {
                partition.fail(FAILURES[random.nextInt(FAILURES.length)]);
            } else if (chance < 50) {
                partition.confirm();
            } else {
                partition.apply(random.nextInt(20));
            }
        }
    }
}
