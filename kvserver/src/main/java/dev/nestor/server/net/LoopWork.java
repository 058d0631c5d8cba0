package dev.nestor.server.net;

import io.netty.channel.EventLoop;

/** What all connections of an event loop share. */
record LoopWork(Completions completions, LeadershipChecks leadershipChecks) {
    LoopWork(EventLoop loop) {
        this(new Completions(loop), new LeadershipChecks(loop));
    }
}
