package dev.nestor.server.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cluster as this server sees it. Safe for use by any thread; nothing here waits. */
public interface ClusterFacts {

    /** How a server is, as far as the controller knows. */
    enum State {
        UP,
        /** It has not been heard of for a while. */
        SUSPECT,
        /** It is gone, and its replicas are being replaced. */
        DOWN,
        /** Its replicas move elsewhere, and then it leaves. */
        LEAVING
    }

    /**
     * A server of the cluster.
     *
     * @param id 40 hexadecimal digits
     * @param port the port for clients
     * @param busPort the port for other servers
     */
    record Server(String id, String host, int port, int busPort, State state) {
        String address() {
            return host + ":" + port;
        }
    }

    /**
     * A partition and who holds it.
     *
     * @param leader the id of the server that leads it, null when none is known
     * @param replicas the ids of all servers that hold it, the leader included
     */
    record Partition(
            int number,
            int firstSlot,
            int lastSlot,
            @Nullable String leader,
            List<String> replicas) {
        public Partition {
            replicas = List.copyOf(replicas);
        }

        /**
         * Whom to ask about the partition: its leader or, as long as none is known, some replica, which will know. Redis
         * as well names an owner for every slot all the time; some clients give up on a slot without one.
         */
        String owner() {
            return leader == null ? replicas.getFirst() : leader;
        }
    }

    /**
     * Everything at one moment.
     *
     * @param clusterId 40 hexadecimal digits
     * @param epoch counts the changes of the map
     * @param copies on how many servers each key is to live
     * @param servers in the order in which they joined
     * @param partitions in the order of their slots
     */
    record Map(String clusterId, long epoch, int copies, List<Server> servers, List<Partition> partitions) {
        public Map {
            servers = List.copyOf(servers);
            partitions = List.copyOf(partitions);
        }
    }

    /** This server. */
    Server me();

    /** The map, or null as long as this server belongs to no cluster. */
    @Nullable
    Map map();
}
