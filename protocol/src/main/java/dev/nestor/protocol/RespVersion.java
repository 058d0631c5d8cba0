package dev.nestor.protocol;

/** The dialect in which a connection is answered: RESP2 until the client says HELLO 3. */
public enum RespVersion {
    RESP2(2),
    RESP3(3);

    private final int number;

    RespVersion(int number) {
        this.number = number;
    }

    /** The number by which HELLO calls it. */
    public int number() {
        return number;
    }
}
