package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import dev.nestor.protocol.command.CommandSpec;
import dev.nestor.protocol.command.CommandTable;
import dev.nestor.server.store.StoreView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever words come, there is a reply that can be sent, and an error means that nothing was done. */
class CommandsFuzzTest {
    private static final int REQUESTS = 20_000;

    private static final List<CommandSpec> TABLE = CommandTable.NESTOR.all();

    private static final List<String> WORDS = List.of(
            "a",
            "b",
            "c",
            "doc",
            "doc",
            "list",
            "{t}a",
            "",
            "*",
            "0",
            "1",
            "-1",
            "2",
            "10",
            "9223372036854775807",
            "-9223372036854775808",
            "1.5",
            "1e400",
            "$",
            ".",
            "$.a",
            ".a",
            "$..a",
            "$.a[0]",
            ".a[-1]",
            "$.*",
            "$..*",
            "$.a[0:2]",
            "$[?(@.a>1)]",
            "$[",
            "..",
            "{\"a\":[1,2,{\"a\":3}],\"b\":\"x\",\"c\":true}",
            "[1,2,[3]]",
            "\"text\"",
            "null",
            "true",
            "{",
            "NX",
            "XX",
            "GT",
            "LT",
            "EX",
            "PX",
            "GET",
            "KEEPTTL",
            "MATCH",
            "COUNT",
            "TYPE",
            "string",
            "ReJSON-RL",
            "LIMIT",
            "REV",
            "KEYS",
            "VALUES",
            "PREFIX",
            "INDENT",
            "NEWLINE",
            "SPACE",
            "FORMAT",
            "EXPAND",
            "EXPAND1",
            "STRING",
            "STRINGS",
            "AUTH",
            "SETNAME",
            "default",
            "ON",
            "OFF",
            "ID",
            "LIB-NAME",
            "localhost:9000",
            "all",
            "FILTERBY",
            "PATTERN");

    private final Random random = Seed.random("CommandsFuzzTest");
    private final TestServer server = new TestServer();
    private final Session session = server.connect();

    @Test
    void anyWords_haveAReply() {
        int failures = 0;
        for (int i = 0; i < REQUESTS; i++) {
            Request request = request();
            StoreView before = server.view();
            Reply reply = server.answer(request, session);
            assertThat(WireText.of(reply, session.version())).isNotEmpty();
            if (reply instanceof Failure) {
                failures++;
                assertThat(server.view().digest()).as("%s", words(request)).isEqualTo(before.digest());
                assertThat(server.view().version()).as("%s", words(request)).isEqualTo(before.version());
            }
            server.advance(random.nextInt(20));
        }
        // Most words are nonsense, but not so many that nothing else would be tested.
        assertThat(failures).isBetween(REQUESTS / 4, REQUESTS * 9 / 10);
        assertThat(server.view().version()).isGreaterThan(REQUESTS / 100);
    }

    @Test
    void badWord_leavesTheSessionAsItWas() {
        for (int i = 0; i < REQUESTS / 10; i++) {
            Session fresh = server.connect();
            if (server.plan(request(), fresh) instanceof Plan.Answer(Failure failure)) {
                assertThat(fresh.version()).isEqualTo(RespVersion.RESP2);
                assertThat(fresh.name()).isEmpty();
                assertThat(fresh.isAuthenticated() || fresh.isReadOnly() || fresh.isClosing())
                        .isFalse();
            }
        }
    }

    private Request request() {
        CommandSpec row = TABLE.get(random.nextInt(TABLE.size()));
        List<byte[]> words = new ArrayList<>();
        row.syntax().name().forEach(name -> words.add(name.getBytes(StandardCharsets.US_ASCII)));
        int least = Math.abs(row.arity());
        int size = random.nextInt(10) == 0 ? 1 + random.nextInt(9) : least + (row.arity() < 0 ? random.nextInt(4) : 0);
        while (words.size() < size) {
            words.add(word());
        }
        return Words.bytes(words);
    }

    private byte[] word() {
        if (random.nextInt(20) > 0) {
            return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
        }
        byte[] noise = new byte[random.nextInt(12)];
        random.nextBytes(noise);
        return noise;
    }

    private static List<String> words(Request request) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < request.size(); i++) {
            words.add(request.text(i));
        }
        return words;
    }
}
