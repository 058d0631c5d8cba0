package dev.nestor.bench.trie;

import com.googlecode.concurrenttrees.radix.ConcurrentRadixTree;
import com.googlecode.concurrenttrees.radix.node.concrete.DefaultByteArrayNodeFactory;
import dev.nestor.trie.Trie;
import io.lacuna.bifurcan.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.commons.collections4.trie.PatriciaTrie;

/** Who is measured. */
public enum Peer {
    NESTOR {
        @Override
        Store open() {
            return new TrieStore(Trie.empty());
        }
    },

    HASH_MAP {
        @Override
        Store open() {
            return new MapStore(new ConcurrentHashMap<>());
        }
    },

    TREE_MAP {
        @Override
        Store open() {
            return new SortedMapStore(new TreeMap<>());
        }
    },

    SKIP_LIST {
        @Override
        Store open() {
            return new SortedMapStore(new ConcurrentSkipListMap<>());
        }
    },

    PATRICIA_TRIE {
        @Override
        Store open() {
            return new SortedMapStore(new PatriciaTrie<>());
        }
    },

    CONCURRENT_TREES {
        @Override
        Store open() {
            return new RadixTreeStore(new ConcurrentRadixTree<>(new DefaultByteArrayNodeFactory()));
        }
    },

    VAVR {
        @Override
        Store open() {
            return new VavrStore(io.vavr.collection.TreeMap.empty());
        }
    },

    BIFURCAN {
        @Override
        Store open() {
            return new BifurcanStore(new SortedMap<>());
        }
    };

    /** The number of puts between two commits. */
    static final int BATCH = 1_000;

    abstract Store open();

    /** A store that holds all keys of a wire, each with a value of its own, put in the wire's random order. */
    final Store load(Wire wire, int valueLength) {
        Store store = open();
        for (int i = 0; i < wire.count(); i++) {
            store.put(wire.buffer, wire.offset(i), wire.length(i), new byte[valueLength]);
            if (i % BATCH == 0) {
                store.commit();
            }
        }
        store.commit();
        System.gc();
        return store;
    }
}
