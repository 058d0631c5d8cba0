package dev.nestor.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import dev.nestor.protocol.Written;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IntrospectionTest {
    private static final CommandTable TABLE = CommandTable.NESTOR;
    private static final Introspection ANSWERS = new Introspection(TABLE);

    private static Request command(String... words) {
        return Request.of("COMMAND", words);
    }

    private static Reply array(String... texts) {
        return new Reply.Array(List.of(texts).stream().map(Reply::bulk).toList());
    }

    @Test
    void command_listsEveryCommandOnce() {
        assertThat(ANSWERS.count()).isEqualTo(new Reply.Int(TABLE.commands().size()));
        assertThat(ANSWERS.all())
                .isInstanceOfSatisfying(
                        Reply.Array.class,
                        all -> assertThat(all.items()).hasSize(TABLE.commands().size()));
        assertThat(ANSWERS.info(command("INFO"))).isEqualTo(ANSWERS.all());
    }

    @Test
    void info_ofAContainer_holdsItsSubcommands() {
        String text = Written.text(ANSWERS.info(command("INFO", "json.debug")), RespVersion.RESP3);
        assertThat(text)
                .startsWith("*1\r\n*10\r\n$10\r\njson.debug\r\n:-2\r\n")
                .contains("$17\r\njson.debug|memory\r\n:-3");
    }

    @Test
    void docs_describeTheArguments() {
        String expected = """
                %1 $3 get
                 %5 $7 summary $20 The string of a key.
                 $5 since $5 0.1.0
                 $5 group $6 string
                 $10 complexity $4 O(1)
                 $9 arguments *1 %4
                  $4 name $3 key $4 type $3 key $12 display_text $3 key $14 key_spec_index :0
                """;
        String text = Written.text(ANSWERS.docs(command("DOCS", "Get", "nosuch")), RespVersion.RESP3);
        assertThat(text.replaceAll("\\s+", " ").strip())
                .isEqualTo(expected.replaceAll("\\s+", " ").strip());
    }

    @Test
    void docs_nestWhatIsOptionalAndRepeated() {
        String text = Written.text(ANSWERS.docs(command("DOCS", "json.get")), RespVersion.RESP3);
        assertThat(text.replace("\r\n", " "))
                .contains("%5 $4 name $6 indent $4 type $6 string $12 display_text $6 indent "
                        + "$5 token $6 INDENT $5 flags ~1 +optional ")
                .contains("%4 $4 name $4 path $4 type $6 string $12 display_text $4 path "
                        + "$5 flags ~2 +optional +multiple");
    }

    @Test
    void docs_ofAContainer_areThoseOfItsSubcommands() {
        String text = Written.text(ANSWERS.docs(command("DOCS", "config")), RespVersion.RESP2);
        assertThat(text).contains("subcommands\r\n*4\r\n$10\r\nconfig|get\r\n").doesNotContain("$9\r\narguments\r\n*2");
    }

    @Test
    void list_namesCommandsAndSubcommands() {
        assertThat(ANSWERS.list(command("LIST")))
                .isEqualTo(array(TABLE.all().stream().map(CommandSpec::fullName).toArray(String[]::new)));
        assertThat(ANSWERS.list(command("LIST", "filterby", "pattern", "JSON.M*")))
                .isEqualTo(array("json.merge", "json.mget", "json.mset"));
        assertThat(ANSWERS.list(command("LIST", "FILTERBY", "PATTERN", "config*")))
                .isEqualTo(array("config", "config|get", "config|help"));
        assertThat(ANSWERS.list(command("LIST", "FILTERBY", "ACLCAT", "Keyspace")))
                .isInstanceOfSatisfying(
                        Reply.Array.class,
                        keyspace -> assertThat(keyspace.items())
                                .contains(Reply.bulk("dbsize"))
                                .hasSize(14));
        assertThat(ANSWERS.list(command("LIST", "FILTERBY", "ACLCAT", "nosuch")))
                .isEqualTo(Reply.EMPTY_ARRAY);
        assertThat(ANSWERS.list(command("LIST", "FILTERBY", "MODULE", "json"))).isEqualTo(Reply.EMPTY_ARRAY);
        assertThat(ANSWERS.list(command("LIST", "FILTERBY", "FOO", "x"))).isEqualTo(Failure.SYNTAX);
        assertThat(ANSWERS.list(command("LIST", "FILTERBY"))).isEqualTo(Failure.SYNTAX);
    }

    @Test
    void getKeys_findsTheKeys() {
        assertThat(keys("MSET", "a", "1", "b", "2")).isEqualTo(array("a", "b"));
        assertThat(keys("json.mset", "a", "$", "1", "b", "$", "2")).isEqualTo(array("a", "b"));
        assertThat(keys("JSON.MGET", "a", "b", "$.x")).isEqualTo(array("a", "b"));
        assertThat(keys("JSON.DEBUG", "MEMORY", "a")).isEqualTo(array("a"));
        assertThat(ANSWERS.keysAndFlags(command("GETKEYSANDFLAGS", "GET", "a")))
                .isEqualTo(Reply.array(Reply.array(
                        Reply.bulk("a"), new Reply.Set(List.of(new Reply.Simple("RO"), new Reply.Simple("access"))))));
    }

    @Test
    void getKeys_refusesAsRedisDoes() {
        assertThat(keys("NOSUCH", "a")).isEqualTo(Failure.err("Invalid command specified"));
        assertThat(keys("ECHO", "a")).isEqualTo(Failure.err("The command has no key arguments"));
        assertThat(keys("NESTOR.LOCATE", "a")).isEqualTo(Failure.err("The command has no key arguments"));
        assertThat(keys("GET", "a", "b")).isEqualTo(Failure.err("Invalid number of arguments specified for command"));
    }

    private static Reply keys(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "GETKEYS";
        System.arraycopy(words, 0, all, 1, words.length);
        return ANSWERS.keys(command(all));
    }

    @Test
    void help_hasTwoLinesForEachSubcommand() {
        CommandSpec config = Objects.requireNonNull(TABLE.named("config"));
        assertThat(ANSWERS.help(config))
                .isEqualTo(Reply.array(
                        new Reply.Simple("CONFIG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"),
                        new Reply.Simple("GET pattern [pattern ...]"),
                        new Reply.Simple("    The settings whose names match."),
                        new Reply.Simple("HELP"),
                        new Reply.Simple("    Lists the subcommands.")));
    }
}
