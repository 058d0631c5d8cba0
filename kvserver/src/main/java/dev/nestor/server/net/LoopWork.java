package dev.nestor.server.net;

import io.netty.channel.EventLoop;

/** What all connections of an event loop share. */
record LoopWork(Completions completions, LeadershipChecks leadershipChecks, Departures departures, Parking parking) {
    LoopWork(EventLoop loop) {
        this(new Completions(loop), new LeadershipChecks(loop), new Departures(loop), new Parking(loop));
    }
}
