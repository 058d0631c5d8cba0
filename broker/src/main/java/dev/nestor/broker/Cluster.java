package dev.nestor.broker;

import dev.nestor.broker.ClusterException.Refused;
import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.broker.Nodes.Mode;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A cluster to work with. Every call ends by the deadline of its settings, or a moment later when it has to find out
 * what was wrong, with an answer or with a {@link ClusterException} in words for people. While partitions elect leaders,
 * calls are repeated if that is safe; reads of a partition that has none are answered by another replica, and say so.
 *
 * <p>Safe for use by any number of threads. A call on an interrupted thread ends soon.
 */
public final class Cluster implements AutoCloseable {
    private final ClusterSettings settings;
    private final CountDownLatch end = new CountDownLatch(1);
    private final ClientResources resources;
    private final Nodes nodes;
    private final Members members;
    private final Transport transport;
    private final Retries retries;
    private final Survey survey;
    private final Everybody everybody;
    private final Attachment attachment;

    /**
     * Attaches to the cluster that these servers form. When they are fresh, they are made one.
     *
     * @param servers at least one of the cluster's; for a new cluster, all of them
     * @throws ClusterException.Mismatch if there is a cluster, but not as it is asked for
     * @throws ClusterException.Unavailable if no server answers, or not all that are to form a cluster
     */
    public static Cluster connect(List<ServerAddress> servers, ClusterSettings settings) throws ClusterException {
        return open(settings, nodes -> Attachment.to(servers, settings, nodes));
    }

    /**
     * Attaches to the cluster that these servers form. Fresh servers stay as they are.
     *
     * @param servers at least one of the cluster's
     * @throws ClusterException.Mismatch if there is no cluster, or not as it is asked for
     * @throws ClusterException.Unavailable if no server answers
     */
    public static Cluster attach(List<ServerAddress> servers, ClusterSettings settings) throws ClusterException {
        return open(settings, nodes -> Attachment.toExisting(servers, settings, nodes));
    }

    /** How a cluster is come by. */
    private interface Opening {
        Attachment with(Nodes nodes) throws ClusterException;
    }

    private static Cluster open(ClusterSettings settings, Opening opening) throws ClusterException {
        ClientResources resources = Lettuce.resources();
        Nodes nodes = new Nodes(resources);
        try {
            Attachment attachment = opening.with(nodes);
            return new Cluster(settings, resources, nodes, attachment);
        } catch (ClusterException | RuntimeException e) {
            nodes.close();
            Lettuce.close(resources);
            throw e;
        }
    }

    private Cluster(ClusterSettings settings, ClientResources resources, Nodes nodes, Attachment attachment)
            throws ClusterException {
        this.settings = settings;
        this.resources = resources;
        this.nodes = nodes;
        this.attachment = attachment;
        this.members = new Members(nodes, settings.turn(), attachment.status());
        this.transport = Transport.to(resources, attachment.status().addresses());
        this.retries = new Retries(transport, nodes, members, settings, end);
        this.survey = new Survey(nodes, members, settings, end);
        this.everybody = new Everybody(survey, nodes, members, settings);
    }

    /** Whether connecting formed the cluster. */
    public boolean wasCreated() {
        return attachment.created();
    }

    /** The servers that were named and don't belong to the cluster: nobody listens there, or somebody else. */
    public List<ServerAddress> strangers() {
        return attachment.strangers();
    }

    /**
     * What a key holds; empty if it is not there.
     */
    public Answer<Optional<Value>> get(Key key) throws ClusterException {
        Answer<Reply> answer = one(key, "JSON.GET", key);
        if (answer.value() instanceof Failure failure && isOtherKind(failure)) {
            return expect(one(key, "GET", key)).map(reply -> bytes(reply));
        }
        return expect(answer).map(reply -> text(reply).map(Value.Json::new));
    }

    /**
     * The JSON text at a path; empty if the key or the path is not there. A JSONPath ({@code $...}) gives an array of all
     * that it matches, possibly an empty one.
     *
     * @param path in any notation that the server knows: {@code .a.b[0]}, {@code a.b}, {@code $.a[*]}
     * @throws ClusterException.Refused if the path can't be read, or the key holds no document
     */
    public Answer<Optional<String>> query(Key key, String path) throws ClusterException {
        return expect(one(key, "JSON.MGET", key, path))
                .map(reply -> text(Fields.items(reply).getFirst()));
    }

    /**
     * Puts a whole document in place of what the key held before. A text that is no JSON is refused, and so is a key that
     * holds a string; then the old value stays.
     */
    public PutResult put(Key key, String json) throws ClusterException {
        return new Put(retries, key, json).run();
    }

    /**
     * Sets the value at a path of a document.
     *
     * @return whether it was set; false if the path leads nowhere, as does a key that is not there
     */
    public boolean set(Key key, String path, String json) throws ClusterException {
        Answer<Reply> answer = one(key, "JSON.SET", key, path, json);
        return !expectDocument(key, answer).value().equals(Reply.NIL);
    }

    /**
     * Removes a key, whatever it holds.
     *
     * @return whether it was there. If an earlier attempt may have removed it, {@link Answer#repeated} says so
     */
    public Answer<Boolean> delete(Key key) throws ClusterException {
        return expect(one(key, "DEL", key)).map(reply -> Fields.number(reply) > 0);
    }

    /**
     * Removes the values at a path of a document.
     *
     * @return how many there were
     */
    public Answer<Long> delete(Key key, String path) throws ClusterException {
        return expectDocument(key, one(key, "JSON.DEL", key, path)).map(Fields::number);
    }

    /** Whether a key is there. */
    public Answer<Boolean> exists(Key key) throws ClusterException {
        return expect(one(key, "EXISTS", key)).map(reply -> Fields.number(reply) > 0);
    }

    /**
     * Removes a key and returns what it held; empty if it was not there. Of two that pop at once only one gets the value.
     * A write that comes in between reading and removing is removed with the key.
     *
     * @throws ClusterException.OutcomeUnknown also if an earlier attempt may have removed it
     */
    public Optional<Value> pop(Key key) throws ClusterException {
        Answer<Optional<Value>> held = get(key);
        if (held.value().isEmpty()) {
            return Optional.empty();
        }
        Answer<Boolean> removed = delete(key);
        if (!removed.value() && removed.repeated()) {
            throw new ClusterException.OutcomeUnknown(key + " is gone, but who removed it is not known; it held "
                    + held.value().get().text());
        }
        return removed.value() ? held.value() : Optional.empty();
    }

    /** All keys that start with a prefix, in order. */
    public Cursor<Key> keys(Key prefix) {
        return keys(prefix, prefix.behindPrefix());
    }

    /**
     * The keys from one, inclusive, to another, exclusive, in order.
     *
     * @param to empty for no end
     */
    public Cursor<Key> keys(Key from, Key to) {
        return new Cursor<>(new Pages(everybody, to, false), from, Entry::key);
    }

    /**
     * The records from one key, inclusive, to another, exclusive, in order.
     *
     * @param to empty for no end
     */
    public Cursor<Entry> range(Key from, Key to) {
        return new Cursor<>(new Pages(everybody, to, true), from, entry -> entry);
    }

    /** How many keys start with a prefix; those of {@link Answer#missing} partitions are not counted. */
    public Answer<Long> count(Key prefix) throws ClusterException {
        return expect(count(Invocation.of("NESTOR.COUNT", "PREFIX", prefix))).map(Fields::number);
    }

    private Answer<Reply> count(Invocation question) throws ClusterException {
        return everybody.ask(question, everybody.deadline()).map(counts -> JoinedReply.of(question, counts));
    }

    /** Where a key is, or would be. */
    public Location locate(Key key) throws ClusterException {
        return StatusReply.location(
                expect(anyServer(Invocation.of("NESTOR.LOCATE", key))).value());
    }

    /** How the cluster is, as the first server sees it that answers. */
    public ClusterStatus status() throws ClusterException {
        return members.now(Deadline.in(settings.deadline()))
                .orElseThrow(() -> new Unavailable(
                        "None of the servers answers: " + members.last().addresses()));
    }

    /** How the cluster was when a server was last asked; asks nobody. */
    public ClusterStatus lastStatus() {
        return members.last();
    }

    /** Whether a server answers at all, within {@code timeout}. */
    public boolean isReachable(ServerAddress server, Duration timeout) {
        return nodes.answers(server, timeout);
    }

    /**
     * Carries out any command. Errors that servers answer are values here. What concerns keys goes to whoever leads
     * them, what concerns all keys goes to all leaders, anything else to one of the servers.
     *
     * @param words the name and the arguments; at least the name
     */
    public Answer<Reply> execute(List<byte[]> words) throws ClusterException {
        Invocation invocation = Invocation.of(words);
        return switch (Route.of(invocation)) {
            case Route.Slot(int slot) -> retries.run(invocation, slot);
            case Route.Slots _ -> Split.run(invocation, retries);
            case Route.Leaders _ -> AllLeaders.run(invocation, survey, everybody.deadline());
            case Route.Count(Invocation question) -> count(question);
            case Route.Range range -> range.run(this);
            case Route.Anybody _ -> anyServer(invocation);
            case Route.Nobody(Failure why) -> new Answer<>(why, List.of(), Optional.empty(), List.of(), false);
        };
    }

    /**
     * Carries out any command on this server, whatever it concerns.
     *
     * @param patience how long the answer may take
     */
    public Answer<Reply> executeAt(ServerAddress server, List<byte[]> words, Duration patience)
            throws ClusterException {
        Invocation invocation = Invocation.of(words);
        return switch (nodes.send(server, Mode.LEADER, invocation, patience)) {
            case Attempt.Answered(Reply reply, ServerAddress who) -> Answer.current(reply, who);
            case Attempt.NothingDone(String why) -> throw new Unavailable(why);
            case Attempt.Unknown(String why) when invocation.isRead() -> throw new Unavailable(why);
            case Attempt.Unknown(String why) ->
                throw new ClusterException.OutcomeUnknown("Whether this took effect is not known: " + why);
        };
    }

    private Answer<Reply> anyServer(Invocation invocation) throws ClusterException {
        ClusterStatus status = status();
        String why = "no server answers";
        for (ServerAddress server : status.addresses()) {
            switch (nodes.send(server, Mode.LEADER, invocation, Nodes.ATTEMPT)) {
                case Attempt.Answered(Reply reply, ServerAddress who) -> {
                    return Answer.current(reply, who);
                }
                case Attempt.NothingDone(String reason) -> why = reason;
                case Attempt.Unknown(String reason) -> why = reason;
            }
        }
        throw new Unavailable("Not carried out: " + why);
    }

    private Answer<Reply> one(Key key, String name, Object... arguments) throws ClusterException {
        return retries.run(Invocation.of(name, arguments), key.slot());
    }

    private static boolean isOtherKind(Failure failure) {
        return failure.code().equals("WRONGTYPE") || failure.message().contains("wrong Redis type");
    }

    /** As {@link #expect}; a key that holds a string is refused in words that say what to do. */
    static Answer<Reply> expectDocument(Key key, Answer<Reply> answer) throws Refused {
        if (answer.value() instanceof Failure failure && isOtherKind(failure)) {
            throw new Refused(key + " holds a string, not a document: delete it first");
        }
        return expect(answer);
    }

    static Answer<Reply> expect(Answer<Reply> answer) throws Refused {
        if (answer.value() instanceof Failure failure) {
            throw new Refused(failure.code().equals("ERR") ? failure.message() : failure.line());
        }
        return answer;
    }

    private static Optional<String> text(Reply reply) {
        return reply.equals(Reply.NIL) ? Optional.empty() : Optional.of(Fields.text(reply));
    }

    private static Optional<Value> bytes(Reply reply) {
        return reply instanceof Reply.Bulk bulk ? Optional.of(new Value.Bytes(bulk.bytes())) : Optional.empty();
    }

    /**
     * A way to put many documents fast.
     *
     * @param refusals gets what servers refuse, on the thread that puts
     */
    public BulkWriter bulkWriter(BulkWriter.Refusals refusals) throws Unavailable {
        return new BulkWriter(transport, members, settings, end, refusals);
    }

    /** Ends what is under way, and closes all connections. The servers keep their data. */
    @Override
    public void close() {
        end.countDown();
        transport.close();
        nodes.close();
        Lettuce.close(resources);
    }
}
