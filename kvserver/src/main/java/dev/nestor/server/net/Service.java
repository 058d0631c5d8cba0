package dev.nestor.server.net;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What all connections of a server share.
 *
 * @param withPassword whether clients must authenticate first
 * @param scans where reads of all partitions are carried out
 */
record Service(
        Planner planner,
        Partitions partitions,
        boolean withPassword,
        ConnectionLimits limits,
        ClientRegistry clients,
        TrafficCounters traffic,
        Executor scans,
        InstantSource clock) {}
