package dev.nestor.server.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws the servers for each partition: k at random, so that no two servers differ by more than one replica, nor by more
 * than one partition to lead. A pure function of its arguments.
 */
final class Placement {
    private Placement() {}

    /**
     * The servers of each partition, the one that is to lead it first.
     *
     * @param servers the servers' ids, at least {@code copies} of them
     */
    static List<List<String>> draw(List<String> servers, int partitions, int copies, long seed) {
        Random random = new Random(seed);
        List<List<String>> replicas = drawReplicas(servers, partitions, copies, random);
        String[] leaders = LeaderDraw.draw(replicas);
        for (int partition = 0; partition < partitions; partition++) {
            List<String> order = replicas.get(partition);
            Collections.swap(order, 0, order.indexOf(leaders[partition]));
        }
        return replicas.stream().map(List::copyOf).toList();
    }

    /** Always takes the servers with the fewest replicas, in random order where they are equal. */
    private static List<List<String>> drawReplicas(List<String> servers, int partitions, int copies, Random random) {
        Map<String, Integer> held = new HashMap<>();
        List<List<String>> replicas = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            List<String> candidates = new ArrayList<>(servers);
            Collections.shuffle(candidates, random);
            candidates.sort(Comparator.comparing(server -> held.getOrDefault(server, 0)));
            List<String> chosen = new ArrayList<>(candidates.subList(0, copies));
            Collections.shuffle(chosen, random);
            chosen.forEach(server -> held.merge(server, 1, Integer::sum));
            replicas.add(chosen);
        }
        return replicas;
    }
}
