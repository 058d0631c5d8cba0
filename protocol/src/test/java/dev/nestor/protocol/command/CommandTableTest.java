package dev.nestor.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.nestor.protocol.Request;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTableTest {
    private static final CommandTable TABLE = CommandTable.NESTOR;

    @Test
    void commands_areFoundInAnyCase() {
        for (CommandSpec command : TABLE.commands()) {
            String name = command.syntax().name().getFirst();
            assertThat(TABLE.find(Request.of(name))).isSameAs(command);
            assertThat(TABLE.find(Request.of(command.fullName()))).isSameAs(command);
        }
        assertThat(TABLE.find(Request.of("gEt", "key"))).isSameAs(TABLE.named("get"));
    }

    @Test
    void subcommands_areFoundByTheSecondWord() {
        for (CommandSpec command : TABLE.all()) {
            assertThat(TABLE.named(command.fullName())).isSameAs(command);
        }
        assertThat(TABLE.find(Request.of("client", "List", "ID", "3"))).isSameAs(TABLE.named("client|list"));
        assertThat(TABLE.find(Request.of("CLIENT"))).isSameAs(TABLE.named("client"));
        assertThat(TABLE.find(Request.of("json.debug", "memory", "k"))).isSameAs(TABLE.named("JSON.DEBUG|MEMORY"));
    }

    @Test
    void names_thatAreNone() {
        for (String name :
                List.of("", "GE", "GETT", "get|key", "client|nosuch", "client|list|id", "client list", "gEt\0")) {
            assertThat(TABLE.named(name)).as(name).isNull();
        }
        assertThat(TABLE.find(Request.of("JSON\u000eGET"))).as("same hash").isNull();
        assertThat(TABLE.find(Request.of("CLIENT", "NOSUCH"))).isNull();
    }

    @Test
    void unknownCommand_isQuotedAsRedisDoes() {
        assertThat(unknown("foo", "a", "b'c"))
                .isEqualTo("ERR unknown command 'foo', with args beginning with: 'a' 'b'c' ");
        assertThat(unknown("foo")).isEqualTo("ERR unknown command 'foo', with args beginning with: ");
        assertThat(unknown("fo\r\no", "a\nb"))
                .isEqualTo("ERR unknown command 'fo  o', with args beginning with: 'a b' ");
        assertThat(unknown("f".repeat(200), "x".repeat(125), "yz", "b"))
                .isEqualTo("ERR unknown command '" + "f".repeat(128) + "', with args beginning with: '"
                        + "x".repeat(125) + "' ");
        assertThat(unknown("foo", "x".repeat(300), "b"))
                .isEqualTo("ERR unknown command 'foo', with args beginning with: '" + "x".repeat(128) + "' ");
        assertThat(unknown("Client", "FOO")).isEqualTo("ERR unknown subcommand 'FOO'. Try CLIENT HELP.");
    }

    private static String unknown(String name, String... arguments) {
        return TABLE.unknown(Request.of(name, arguments)).line();
    }

    @Test
    void arity_isCheckedWithRedissText() {
        assertThat(spec("get").accepts(2)).isTrue();
        assertThat(spec("get").accepts(1)).isFalse();
        assertThat(spec("get").accepts(3)).isFalse();
        assertThat(spec("mset").accepts(2)).isFalse();
        assertThat(spec("mset").accepts(3)).isTrue();
        assertThat(spec("mset").accepts(300)).isTrue();
        assertThat(spec("config|get").wrongArity().line())
                .isEqualTo("ERR wrong number of arguments for 'config|get' command");
    }

    @Test
    void lookUp_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        Request request = Request.of("json.debug", "memory", "k");
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < 1_000; i++) {
                if (TABLE.find(request) == null) {
                    throw new AssertionError();
                }
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
        }
        assertThat(least).isLessThan(1_000);
    }

    @Test
    void everyRow_isCoherent() {
        for (CommandSpec command : TABLE.all()) {
            KeyRange keys = command.keys();
            int least = Math.abs(command.arity());
            assertThat(command.summary()).as(command.fullName()).endsWith(".").hasSizeLessThan(70);
            assertThat(keys.isEmpty())
                    .as(command.fullName())
                    .isEqualTo(command.keyAccess().isEmpty());
            assertThat(command.has(Flag.WRITE) && command.has(Flag.READONLY))
                    .as(command.fullName())
                    .isFalse();
            if (!keys.isEmpty()) {
                assertThat(keys.last(least)).as(command.fullName()).isBetween(keys.first(), least - 1);
                assertThat(command.has(Flag.WRITE) || command.has(Flag.READONLY))
                        .as(command.fullName())
                        .isTrue();
                assertThat(command.has(Flag.WRITE))
                        .as(command.fullName())
                        .isNotEqualTo(command.keyAccess().contains(KeyAccess.RO));
            }
        }
    }

    @Test
    void container_hasHelp() {
        for (CommandSpec command : TABLE.commands()) {
            if (command.isContainer()) {
                assertThat(TABLE.named(command.fullName() + "|help"))
                        .as(command.fullName())
                        .isNotNull();
            }
        }
    }

    @Test
    void duplicateNames_areRefused() {
        CommandSpec get = CommandSpec.of(Group.STRING, "GET key", "", "");
        assertThatThrownBy(() -> new CommandTable(List.of(get, get))).hasMessage("Two commands are called GET");
    }

    private static CommandSpec spec(String name) {
        CommandSpec command = TABLE.named(name);
        if (command == null) {
            throw new AssertionError(name);
        }
        return command;
    }
}
