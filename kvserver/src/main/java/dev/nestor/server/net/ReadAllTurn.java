package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Request;
import dev.nestor.server.command.PartitionView;
import dev.nestor.server.command.Plan;
import java.util.List;

/**
 * A read from all partitions. It may go through millions of records, so once leadership is proven it is carried out by
 * the threads for scans.
 */
final class ReadAllTurn extends WholeTurn {
    private final Plan.AllReader reader;
    private final boolean stale;
    private List<ServedPartition> partitions = List.of();
    private int unproven;
    private boolean lost;

    /**
     * @param stale whether it may be answered from replicas that lag behind
     */
    ReadAllTurn(Connection connection, Request request, Plan.AllReader reader, boolean stale) {
        super(connection, request);
        this.reader = reader;
        this.stale = stale;
    }

    @Override
    void start() {
        Partitions all = connection().service().partitions();
        if (stale) {
            Failure loading = all.loading();
            if (loading == null) {
                partitions = all.held();
                scan();
            } else {
                end(loading, null);
            }
            return;
        }
        partitions = all.led();
        List<ServedPartition> uncertain =
                partitions.stream().filter(partition -> !partition.mayRead()).toList();
        unproven = uncertain.size();
        if (unproven == 0) {
            scan();
        }
        uncertain.forEach(partition -> connection().leadershipChecks().ask(partition, this::proven));
    }

    private void proven(boolean leads) {
        lost |= !leads;
        unproven--;
        if (unproven > 0) {
            return;
        }
        if (lost) {
            end(Refusals.LEADERSHIP_CHANGES, null);
        } else {
            scan();
        }
    }

    private void scan() {
        connection().service().scans().execute(() -> {
            try {
                end(reader.read(views(), connection().service().clock().millis()), null);
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                end(null, e);
            }
        });
    }

    private List<PartitionView> views() {
        return partitions.stream()
                .map(partition -> new PartitionView(partition.firstSlot(), partition.lastSlot(), partition.view()))
                .toList();
    }
}
