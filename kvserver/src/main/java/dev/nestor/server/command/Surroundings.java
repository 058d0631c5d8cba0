package dev.nestor.server.command;

import java.util.random.RandomGenerator;

/**
 * The server as far as commands know it.
 *
 * @param random for RANDOMKEY, and to tell the cursors of two servers apart; safe for use by any thread
 */
public record Surroundings(
        ServerFacts server,
        ServerControl control,
        Clients clients,
        Credentials credentials,
        ClusterFacts cluster,
        ClusterAdmin clusterAdmin,
        RandomGenerator random) {}
