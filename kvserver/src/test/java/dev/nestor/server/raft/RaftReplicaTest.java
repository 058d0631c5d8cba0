package dev.nestor.server.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.nestor.server.raft.RaftSettings.Transport;
import dev.nestor.server.raft.TestGroup.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        try (TestGroup group = TestGroup.started(folder, 3, Transport.GRPC)) {
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
        try (TestGroup group = TestGroup.started(folder, 3, Transport.GRPC)) {
            Member old = group.leader();
            group.firewall().isolate(old.id());
            CompletableFuture<Integer> lost = old.propose("lost");
            assertThatThrownBy(lost::join).hasCauseInstanceOf(ProposalException.OutcomeUnknown.class);
            assertThatThrownBy(() -> old.propose("later").join()).hasCauseInstanceOf(ProposalException.NotLeader.class);
        }
    }

    @Test
    void follower_far_behind_gets_a_snapshot_and_goes_on() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, Transport.GRPC)) {
            Member leader = group.leader();
            String absent = group.running().stream()
                    .map(Member::id)
                    .filter(id -> !id.equals(leader.id()))
                    .findFirst()
                    .orElseThrow();
            group.stop(absent);
            // Two snapshots, because the log is kept behind the one before the newest.
            for (int round = 0; round < 3; round++) {
                proposeAll(leader, texts(round * 100, round * 100 + 100));
                snapshot(group, leader, round + 1);
            }
            Member back = group.start(absent);
            group.awaitEqual(texts(0, 300));
            assertThat(back.state().restored()).isPositive();
            proposeAll(group.leader(), texts(300, 310));
            group.awaitEqual(texts(0, 310));
        }
    }

    @Test
    void all_stopped_and_started_everything_is_there() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, Transport.GRPC)) {
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
    void log_with_a_flipped_bit_does_not_start() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 1, Transport.GRPC)) {
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
    void leadership_handed_over_the_other_leads_and_reads_go_on() throws Exception {
        try (TestGroup group = TestGroup.started(folder, 3, Transport.GRPC)) {
            Member old = group.leader();
            proposeAll(old, texts(0, 1));
            String heir = group.running().stream()
                    .map(Member::id)
                    .filter(id -> !id.equals(old.id()))
                    .findFirst()
                    .orElseThrow();
            old.replica().transferLeadership(heir).join();
            assertThat(group.leader().id()).isEqualTo(heir);
            group.leader().replica().confirmLeadership().join();
            assertThat(old.replica().mayRead()).isFalse();
        }
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
