package dev.nestor.protocol.command;

/**
 * What a cluster's client should know: where to send a command and how to join the answers.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/command-tips/">Redis command tips</a>
 */
public enum Tip implements Trait {
    NONDETERMINISTIC_OUTPUT("nondeterministic_output"),
    TO_ALL_SHARDS("request_policy:all_shards"),
    /** Split by the keys' slots. */
    TO_MULTI_SHARD("request_policy:multi_shard"),
    TO_SPECIAL("request_policy:special"),
    NONDETERMINISTIC_ORDER("nondeterministic_output_order"),
    ALL_SUCCEEDED("response_policy:all_succeeded"),
    SUM("response_policy:agg_sum"),
    SPECIAL("response_policy:special");

    private final String word;

    Tip(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
