package dev.nestor.trie;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrieBuilderTest {
    private final TrieBuilder builder = new TrieBuilder();

    @Test
    void build_ofNothing_isEmpty() {
        assertThat(builder.build()).isSameAs(Trie.empty());
    }

    @Test
    void add_outOfOrder_isRefusedAndNamesBothKeys() {
        builder.add(record("b"));
        assertThatThrownBy(() -> builder.add(record("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Key 0x61 is out of order, it comes after key 0x62");
        assertBuildsOnly("b");
    }

    @Test
    void add_ofAPrefixOfTheLastKey_isOutOfOrder() {
        builder.add(record("abc"));
        assertThatThrownBy(() -> builder.add(record("ab"))).hasMessageContaining("out of order");
        assertBuildsOnly("abc");
    }

    @Test
    void add_ofTheSameKey_isRefused() {
        builder.add(record("a"));
        assertThatThrownBy(() -> builder.add(record("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Key 0x61 comes twice");
        assertBuildsOnly("a");
    }

    @Test
    void add_ofALongKeyOutOfOrder_showsItsStartOnly() {
        builder.add(record("x"));
        assertThatThrownBy(() -> builder.add(TrieRecord.of(new byte[5000], new byte[0])))
                .hasMessage("Key 0x" + "00".repeat(64) + "… (5000 bytes) is out of order, it comes after key 0x78");
    }

    @Test
    void builder_isSpentAfterBuild() {
        builder.build();
        assertThatThrownBy(() -> builder.add(record("a"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    private void assertBuildsOnly(String key) {
        Trie trie = builder.build();
        TrieCheck.check(trie);
        assertThat(trie.size()).isEqualTo(1);
        assertThat(trie.get(key.getBytes(US_ASCII))).isEqualTo(record(key));
    }

    private static byte[] record(String key) {
        return TrieRecord.of(key.getBytes(US_ASCII), new byte[2]);
    }
}
