package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.EntryEncoder;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.Store;
import dev.nestor.server.store.StoreView;
import java.nio.ByteBuffer;
import java.util.List;

/** Carries plans out on one partition in memory, with every write going through the bytes of the log. */
final class TestServer {
    /** 2026-01-01. */
    static final long START_MILLIS = 1_767_225_600_000L;

    private final TestSurroundings surroundings;
    private final Store store = new Store();
    private final Commands commands;
    private long nowMillis = START_MILLIS;

    TestServer() {
        this(new TestSurroundings());
    }

    TestServer(TestSurroundings surroundings) {
        this.surroundings = surroundings;
        this.commands = new Commands(surroundings.get());
    }

    /** Opens a connection. */
    Session connect() {
        int id = 7 + surroundings.sessions.size();
        Session session = new Session(id, "127.0.0.1:5000" + id, "127.0.0.1:9000", nowMillis);
        surroundings.sessions.add(session);
        return session;
    }

    Reply answer(Request request, Session session) {
        return carryOut(commands.plan(request, session, nowMillis));
    }

    Plan plan(Request request, Session session) {
        return commands.plan(request, session, nowMillis);
    }

    private Reply carryOut(Plan plan) {
        return switch (plan) {
            case Plan.Answer(Reply reply) -> reply;
            case Plan.Later later -> later.reply().toCompletableFuture().join();
            case Plan.Read read -> read.reader().read(store.view(), nowMillis);
            case Plan.Write write -> write.writer().reply(apply(write.operation()));
            case Plan.ReadAll all -> all.reader().read(List.of(new PartitionView(0, 16383, store.view())), nowMillis);
            case Plan.WriteAll(Operation operation, Reply reply) -> {
                apply(operation);
                yield reply;
            }
        };
    }

    private Outcome apply(Operation operation) {
        EntryEncoder entry = new EntryEncoder();
        entry.add(operation);
        return store.apply(ByteBuffer.wrap(entry.encode(nowMillis)))[0];
    }

    void advance(long millis) {
        nowMillis += millis;
    }

    StoreView view() {
        return store.view();
    }
}
