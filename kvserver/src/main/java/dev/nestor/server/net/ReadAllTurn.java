package dev.nestor.server.net;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Request;
import dev.nestor.server.command.PartitionView;
import dev.nestor.server.command.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read from all partitions, or from one as a whole. It may go through millions of records, so once leadership is proven
 * it is carried out by the threads for scans.
 */
final class ReadAllTurn extends WholeTurn {
    private final Plan.ReadAll plan;
    private final boolean stale;
    private List<ServedPartition> partitions = List.of();
    private int unproven;
    private boolean lost;

    /**
     * @param stale whether it may be answered from replicas that lag behind
     */
    ReadAllTurn(Connection connection, Request request, Plan.ReadAll plan, boolean stale) {
        super(connection, request);
        this.plan = plan;
        this.stale = stale;
    }

    @Override
    void start() {
        Partitions all = connection().service().partitions();
        Failure refusal = plan.slot() == Plan.ReadAll.EVERY_SLOT ? takeAll(all) : takeOne(all);
        if (refusal != null) {
            end(refusal, null);
        } else if (stale) {
            scan();
        } else {
            prove();
        }
    }

    private @Nullable Failure takeAll(Partitions all) {
        partitions = stale ? all.held() : all.led();
        return stale ? all.loading() : null;
    }

    private @Nullable Failure takeOne(Partitions all) {
        ServedPartition partition = all.ofSlot(plan.slot());
        if (partition != null && (stale || partition.leads())) {
            partitions = List.of(partition);
            return null;
        }
        Failure moved = all.moved(plan.slot());
        return moved != null ? moved : all.leaderless(plan.slot());
    }

    private void prove() {
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
                end(plan.reader().read(views(), connection().service().clock().millis()), null);
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
