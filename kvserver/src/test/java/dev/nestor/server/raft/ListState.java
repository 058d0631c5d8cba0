package dev.nestor.server.raft;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The simplest state that shows every mistake of replication: the texts of all entries, in order. */
final class ListState implements ReplicatedState<Integer> {
    private volatile List<String> texts = List.of();
    private final AtomicInteger restored = new AtomicInteger();
    private volatile Runnable beforeApply = () -> {};

    List<String> texts() {
        return texts;
    }

    /** How many times a snapshot replaced this state. */
    int restored() {
        return restored.get();
    }

    void beforeApply(Runnable action) {
        beforeApply = action;
    }

    @Override
    public Integer apply(LogPosition position, ByteBuffer entry) {
        beforeApply.run();
        List<String> longer = new ArrayList<>(texts);
        longer.add(StandardCharsets.UTF_8.decode(entry).toString());
        texts = List.copyOf(longer);
        return texts.size();
    }

    @Override
    public Picture freeze() {
        List<String> frozen = texts;
        return out -> {
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(frozen.size());
            for (String text : frozen) {
                data.writeUTF(text);
            }
        };
    }

    @Override
    public void restore(InputStream snapshot) throws IOException {
        DataInputStream data = new DataInputStream(snapshot);
        List<String> read = new ArrayList<>();
        for (int left = data.readInt(); left > 0; left--) {
            read.add(data.readUTF());
        }
        texts = List.copyOf(read);
        restored.incrementAndGet();
    }
}
