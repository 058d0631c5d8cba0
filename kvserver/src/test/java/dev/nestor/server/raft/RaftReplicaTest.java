package dev.nestor.server.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.nestor.server.raft.RaftSettings.Transport;
import dev.nestor.server.raft.TestGroup.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.ratis.protocol.RaftGroupId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RaftReplicaTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void entries_of_one_proposer_are_applied_everywhere_in_its_order(Transport transport) throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, transport)) {
            Member leader = group.leader();
            List<String> texts = texts(0, 500);
            List<CompletableFuture<Integer>> answers =
                    texts.stream().map(leader::propose).toList();
            assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyElementsOf(range(1, 500));
            group.awaitEqual(texts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leader_stopped_another_takes_over_and_nothing_acknowledged_is_lost(Transport transport) throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, transport)) {
            Member first = group.leader();
            proposeAll(first, texts(0, 50));
            group.stop(first.id());
            Member second = group.leader();
            proposeAll(second, texts(50, 100));
            group.start(first.id());
            group.awaitEqual(texts(0, 100));
        }
    }

    @Test
    void leader_isolated_its_reads_stop_before_another_leads() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, Transport.USUAL)) {
            Member old = group.leader();
            proposeAll(old, texts(0, 1));
            await().until(old.replica()::mayRead);
            group.firewall().isolate(old.id());
            Member fresh = group.leader();
            assertThat(fresh.id()).isNotEqualTo(old.id());
            assertThat(old.replica().mayRead()).isFalse();
            proposeAll(fresh, texts(1, 2));
            assertThatThrownBy(() -> old.replica().confirmLeadership().join())
                    .hasCauseInstanceOf(ProposalException.class);
            group.firewall().heal();
            group.awaitEqual(texts(0, 2));
        }
    }

    @Test
    void leader_isolated_a_write_in_the_log_has_an_unknown_outcome() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, Transport.USUAL)) {
            Member old = group.leader();
            group.firewall().isolate(old.id());
            CompletableFuture<Integer> lost = old.propose("lost");
            assertThatThrownBy(lost::join).hasCauseInstanceOf(ProposalException.OutcomeUnknown.class);
            assertThatThrownBy(() -> old.propose("later").join()).hasCauseInstanceOf(ProposalException.NotLeader.class);
        }
    }

    @Test
    void follower_far_behind_gets_a_snapshot_and_goes_on() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, Transport.USUAL)) {
            Member leader = group.leader();
            String absent = another(group, leader);
            group.stop(absent);
            // Two snapshots, because the log is kept behind the one before the newest.
            for (int round = 0; round < 3; round++) {
                proposeAll(leader, texts(round * 100, round * 100 + 100));
                group.awaitEqual(texts(0, round * 100 + 100));
                for (Member member : group.running()) {
                    snapshot(group, member, round + 1);
                }
            }
            // Logs are cut in the background; from one that has all that the absent one misses, that one would get
            // entries. Any member may lead by then.
            RaftGroupId id = RaftGroupId.valueOf(TestGroup.GROUP);
            await().until(() -> group.running().stream()
                    .allMatch(member -> member.node().division(id).getRaftLog().getStartIndex() > 50));
            // The first leader may still have a message with entries in hand that it tries to send again and again.
            Member first = group.leader();
            first.replica().transferLeadership(another(group, first)).join();
            Member back = group.start(absent);
            group.awaitEqual(texts(0, 300));
            assertThat(back.state().restored()).isPositive();
            proposeAll(group.leader(), texts(300, 310));
            group.awaitEqual(texts(0, 310));
        }
    }

    @Test
    void all_stopped_and_started_everything_is_there() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, Transport.USUAL)) {
            proposeAll(group.leader(), texts(0, 100));
            group.awaitEqual(texts(0, 100));
            snapshot(group, group.leader(), 1);
            proposeAll(group.leader(), texts(100, 150));
            List<String> ids = group.running().stream().map(Member::id).toList();
            for (String id : ids) {
                group.stop(id);
            }
            ids.forEach(group::start);
            group.awaitEqual(texts(0, 150));
            proposeAll(group.leader(), texts(150, 151));
        }
    }

    @Test
    @Timeout(60)
    void engine_that_hangs_does_not_keep_the_node_from_closing() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 1, Transport.USUAL)) {
            CountDownLatch applying = new CountDownLatch(1);
            Semaphore end = new Semaphore(0);
            Member leader = group.leader();
            leader.state().beforeApply(() -> {
                applying.countDown();
                end.acquireUninterruptibly();
            });
            var _ = leader.propose("a");
            applying.await();
            leader.node().close(Duration.ofMillis(100));
            end.release();
        }
    }

    @Test
    void log_with_a_flipped_bit_does_not_start() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 1, Transport.USUAL)) {
            proposeAll(group.leader(), texts(0, 100));
            group.stop("s0");
            Path log = firstLog(group.folderOf("s0"));
            byte[] bytes = Files.readAllBytes(log);
            bytes[bytes.length / 2] ^= 1;
            Files.write(log, bytes);
            assertThatThrownBy(() -> group.start("s0"))
                    .hasStackTraceContaining(group.folderOf("s0").toString())
                    .hasStackTraceContaining("corrupted");
        }
    }

    @Test
    void newest_snapshot_damaged_the_one_before_it_is_used() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 1, Transport.USUAL)) {
            writeTwoSnapshots(group);
            group.stop("s0");
            Path newest = snapshots(group, "s0").getLast();
            Files.write(newest, new byte[0]);
            group.start("s0");
            group.awaitEqual(texts(0, 200));
            assertThat(newest).doesNotExist();
        }
    }

    @Test
    void all_snapshots_damaged_it_does_not_start_and_they_stay() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 1, Transport.USUAL)) {
            writeTwoSnapshots(group);
            group.stop("s0");
            List<Path> damaged = snapshots(group, "s0");
            for (Path file : damaged) {
                Files.write(file, new byte[0]);
            }
            assertThatThrownBy(() -> group.start("s0")).hasStackTraceContaining("no snapshot in");
            assertThat(snapshots(group, "s0")).isEqualTo(damaged);
        }
    }

    @Test
    void snapshots_gone_and_the_log_cut_behind_them_it_does_not_start() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 1, Transport.USUAL)) {
            for (int round = 1; round <= 3; round++) {
                proposeAll(group.leader(), texts(round * 100, round * 100 + 100));
                snapshot(group, group.leader(), round);
            }
            await().until(() -> !holdsTheFirstEntry(group.folderOf("s0").resolve(TestGroup.GROUP.toString())));
            group.stop("s0");
            for (Path file : snapshots(group, "s0")) {
                Files.delete(file);
            }
            assertThatThrownBy(() -> group.start("s0")).hasStackTraceContaining("starts with entry");
        }
    }

    @Test
    void killed_while_a_snapshot_was_written_what_is_unfinished_is_deleted() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 1, Transport.USUAL)) {
            proposeAll(group.leader(), texts(0, 100));
            snapshot(group, group.leader(), 1);
            group.stop("s0");
            Path unfinished = snapshots(group, "s0").getFirst().resolveSibling("snapshot.1_7777.tmp");
            Files.writeString(unfinished, "half");
            group.start("s0");
            group.awaitEqual(texts(0, 100));
            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void leadership_handed_over_the_other_leads_and_reads_go_on() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, Transport.USUAL)) {
            Member old = group.leader();
            proposeAll(old, texts(0, 1));
            String heir = another(group, old);
            old.replica().transferLeadership(heir).join();
            assertThat(group.leader().id()).isEqualTo(heir);
            group.leader().replica().confirmLeadership().join();
            assertThat(old.replica().mayRead()).isFalse();
        }
    }

    /** Of the texts 0 to 99 and 0 to 199. */
    private static void writeTwoSnapshots(TestGroup group) {
        proposeAll(group.leader(), texts(0, 100));
        snapshot(group, group.leader(), 1);
        proposeAll(group.leader(), texts(100, 200));
        snapshot(group, group.leader(), 2);
    }

    /** A member that is not this one. */
    private static String another(TestGroup group, Member member) {
        return group.running().stream()
                .map(Member::id)
                .filter(id -> !id.equals(member.id()))
                .findFirst()
                .orElseThrow();
    }

    private static void snapshot(TestGroup group, Member member, int count) {
        Path files =
                group.folderOf(member.id()).resolve(TestGroup.GROUP.toString()).resolve("sm");
        member.replica().snapshot();
        await().until(() -> {
            try (Stream<Path> snapshots = Files.list(files)) {
                return snapshots.filter(f -> !f.toString().endsWith(".tmp")).count() >= Math.min(count, 2);
            }
        });
    }

    /** The older first. */
    private static List<Path> snapshots(TestGroup group, String id) throws IOException {
        Path files = group.folderOf(id).resolve(TestGroup.GROUP.toString()).resolve("sm");
        try (Stream<Path> found = Files.list(files)) {
            return found.sorted(Comparator.comparingLong(RaftReplicaTest::index))
                    .toList();
        }
    }

    private static long index(Path snapshot) {
        String name = snapshot.getFileName().toString();
        return Long.parseLong(name.substring(name.indexOf('_') + 1));
    }

    private static boolean holdsTheFirstEntry(Path group) throws IOException {
        try (Stream<Path> logs = Files.list(group.resolve("current"))) {
            return logs.anyMatch(log -> log.getFileName().toString().startsWith("log_0-"));
        }
    }

    private static Path firstLog(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("log_"))
                    .min(Path::compareTo)
                    .orElseThrow();
        }
    }

    private static void proposeAll(Member leader, List<String> texts) {
        texts.stream().map(leader::propose).toList().forEach(CompletableFuture::join);
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "text " + i).toList();
    }

    private static List<Integer> range(int from, int to) {
        return new ArrayList<>(IntStream.rangeClosed(from, to).boxed().toList());
    }
}
