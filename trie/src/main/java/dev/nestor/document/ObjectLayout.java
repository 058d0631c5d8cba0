package dev.nestor.document;

/**
 * Packed objects: members (name, value) in insertion order. With a table, it holds one entry per
 * member, in the order of their names as unsigned bytes, so that a name is found by binary search.
 */
final class ObjectLayout {
    private ObjectLayout() {}

    static int membersEnd(byte[] bytes, int at, int end) {
        return Container.hasTable(bytes[at]) ? Container.tableStart(bytes, at, end, Container.count(bytes, at)) : end;
    }

    /** The position of the value of the member with this name, or -1. */
    static int find(byte[] bytes, int at, int end, byte[] name) {
        return Container.hasTable(bytes[at]) ? search(bytes, at, end, name) : scan(bytes, at, end, name);
    }

    private static int scan(byte[] bytes, int at, int end, byte[] name) {
        int member = Container.childrenStart(bytes, at);
        while (member < end) {
            int start = Name.start(bytes, member);
            int length = Name.length(bytes, member);
            if (length == name.length && Bytes.equal(bytes, start, name, length)) {
                return start + length;
            }
            member = Tag.end(bytes, start + length);
        }
        return -1;
    }

    private static int search(byte[] bytes, int at, int end, byte[] name) {
        int width = Container.width(bytes[at]);
        int children = Container.childrenStart(bytes, at);
        long prefix = Bytes.prefix(name, 0, name.length);
        int low = 0;
        int high = Container.count(bytes, at) - 1;
        int table = Container.tableStart(bytes, at, end, high + 1);
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int member = entry(bytes, table, width, middle, children);
            int start = Name.start(bytes, member);
            int value = start + Name.length(bytes, member);
            int order = Bytes.compare(bytes, start, value, name, 0, name.length, prefix);
            if (order == 0) {
                return value;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static int entry(byte[] bytes, int table, int width, int index, int children) {
        int distance = Integers.read(bytes, table + index * width, width);
        if (distance < 0 || distance >= table - children) {
            throw new CorruptDocumentException("a table entry of a packed object points outside of the object");
        }
        return children + distance;
    }
}
