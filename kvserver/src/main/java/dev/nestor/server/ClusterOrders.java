package dev.nestor.server;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.server.cluster.ClusterException;
import dev.nestor.server.cluster.Formation;
import dev.nestor.server.cluster.Member;
import dev.nestor.server.command.ClusterAdmin;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Carries out what clients want changed about the cluster. Each order runs on a thread of its own. */
final class ClusterOrders implements ClusterAdmin {
    private static final Failure NOT_YET =
            Failure.err("the members of a cluster can't be changed in this version; form it with all its servers");

    private final Member member;

    ClusterOrders(Member member) {
        this.member = member;
    }

    @Override
    public CompletionStage<Reply> create(int copies, int partitions, List<Address> servers) {
        List<Formation.Address> addresses = servers.stream()
                .map(server -> new Formation.Address(server.host(), server.port()))
                .toList();
        return carriedOut("cluster-formation", () -> form(copies, partitions, addresses));
    }

    @Override
    public CompletionStage<Reply> join(Address server) {
        return CompletableFuture.completedFuture(NOT_YET);
    }

    @Override
    public CompletionStage<Reply> remove(Address server) {
        return CompletableFuture.completedFuture(NOT_YET);
    }

    @Override
    public CompletionStage<Reply> peer(byte[] message) {
        return carriedOut("peer-message", () -> answer(message));
    }

    private static CompletionStage<Reply> carriedOut(String name, Supplier<Reply> order) {
        return CompletableFuture.supplyAsync(
                order, task -> Thread.ofVirtual().name(name).start(task));
    }

    private Reply form(int copies, int partitions, List<Formation.Address> servers) {
        try {
            new Formation(member).create(copies, partitions, servers);
            return Reply.OK;
        } catch (ClusterException e) {
            return Failure.err(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failure.err("the server is stopping");
        }
    }

    private Reply answer(byte[] message) {
        try {
            return Reply.bulk(member.answer(message));
        } catch (IllegalArgumentException e) {
            return Failure.err(String.valueOf(e.getMessage()));
        }
    }
}
