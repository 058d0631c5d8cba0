package dev.nestor.server.raft;

import static org.awaitility.Awaitility.await;

import dev.nestor.server.Firewall;
import dev.nestor.server.FreePorts;
import dev.nestor.server.raft.RaftSettings.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** One Raft group of real servers in this JVM, with a firewall between them. */
final class TestGroup implements AutoCloseable {
    static final UUID GROUP = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Transport transport;
    private final long snapshotBytes;
    private final List<RaftMember> members = new ArrayList<>();
    private final Map<String, Member> running = new TreeMap<>();
    private final Firewall firewall = new Firewall();
    final List<String> failures = new CopyOnWriteArrayList<>();

    /** A started server and its state. */
    record Member(String id, RaftNode node, RaftReplica<Integer> replica, ListState state) {
        CompletableFuture<Integer> propose(String text) {
            return replica.propose(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    TestGroup(Path folder, int size, Transport transport, long snapshotBytes) throws IOException {
        this.folder = folder;
        this.transport = transport;
        this.snapshotBytes = snapshotBytes;
        for (int port : FreePorts.find(size)) {
            members.add(new RaftMember("s" + members.size(), "127.0.0.1:" + port));
        }
    }

    static TestGroup started(Path folder, int size, Transport transport) throws IOException {
        TestGroup group = new TestGroup(folder, size, transport, 1 << 20);
        group.members.forEach(member -> group.start(member.id(), true));
        return group;
    }

    Member start(String id) {
        return start(id, false);
    }

    private Member start(String id, boolean fresh) {
        RaftMember self =
                members.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
        int port = Integer.parseInt(self.address().substring(self.address().indexOf(':') + 1));
        RaftSettings settings = new RaftSettings(
                id,
                "127.0.0.1",
                port,
                folderOf(id),
                transport,
                1024,
                snapshotBytes,
                sender -> firewall.admits(sender, id),
                DiskFilter.SOUND);
        RaftNode node = new RaftNode(settings, (what, cause) -> failures.add(id + ": " + what));
        ListState state = new ListState();
        Member member = new Member(id, node, node.replica(GROUP, state), state);
        try {
            node.start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (fresh) {
            node.open(member.replica(), members).join();
        }
        running.put(id, member);
        return member;
    }

    /** Opens one more group of the same servers. Returns its replicas by server. */
    Map<String, RaftReplica<Integer>> openAnother() {
        UUID another = UUID.randomUUID();
        Map<String, RaftReplica<Integer>> replicas = new TreeMap<>();
        running.forEach((id, member) -> {
            RaftReplica<Integer> replica = member.node().replica(another, new ListState());
            member.node().open(replica, members).join();
            replicas.put(id, replica);
        });
        return replicas;
    }

    void stop(String id) throws IOException {
        member(id).node().close();
        running.remove(id);
    }

    Path folderOf(String id) {
        return folder.resolve(id);
    }

    Member member(String id) {
        return Objects.requireNonNull(running.get(id), id + " is not running");
    }

    Collection<Member> running() {
        return running.values();
    }

    /** The member that leads, among those that are not cut off, once there is one. */
    Member leader() {
        return await().atMost(PATIENCE)
                .until(
                        () -> running.values().stream()
                                .filter(member -> !firewall.isolates(member.id()))
                                .filter(member -> member.replica().isLeader())
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    Firewall firewall() {
        return firewall;
    }

    void awaitEqual(List<String> texts) {
        for (Member member : running.values()) {
            await().atMost(PATIENCE).until(() -> member.state().texts().equals(texts));
        }
    }

    @Override
    public void close() throws IOException {
        for (Member member : running.values()) {
            member.node().close();
        }
    }
}
