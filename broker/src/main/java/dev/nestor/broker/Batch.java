package dev.nestor.broker;

import java.util.List;

/** Documents that are sent in one command, no two with the same key. */
record Batch(List<Document> documents) {
    /**
     * A document on its way.
     *
     * @param tag what the sender gave with it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Document(long tag, Key key, byte[] json) {
        int weight() {
            return key.bytes().length + json.length;
        }
    }

    Batch {
        documents = List.copyOf(documents);
    }

    /** The first document; of a batch of one, the only one. */
    Document first() {
        return documents.getFirst();
    }

    boolean isSingle() {
        return size() == 1;
    }

    int size() {
        return documents.size();
    }

    /** How many bytes the keys and documents take. */
    long weight() {
        long weight = 0;
        for (Document document : documents) {
            weight += document.weight();
        }
        return weight;
    }

    /** Two smaller batches, of which one may be stored when this one was refused. */
    List<Batch> halves() {
        int middle = size() / 2;
        return List.of(new Batch(documents.subList(0, middle)), new Batch(documents.subList(middle, size())));
    }
}
