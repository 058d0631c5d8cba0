package dev.nestor.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFileTest {
    @TempDir
    private Path folder;

    @Test
    void bothNotationsBlankLinesAndComments_areRead() throws IOException {
        Path file = file("# ours\n127.0.0.1 9000\n\n  localhost:9001 # the second\n\t127.0.0.1\t 9002 \r\n");
        assertThat(ServerFile.read(file))
                .containsExactly(
                        new ServerAddress("127.0.0.1", 9000),
                        new ServerAddress("localhost", 9001),
                        new ServerAddress("127.0.0.1", 9002));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost               | expected host:port, found 'localhost'",
                "localhost 9000 x        | expected 'host port', found 'localhost 9000 x'",
                "localhost 90x           | '90x' is no port",
                "localhost:0             | the port is 1 to 65535, not 0",
                "localhost 65536         | the port is 1 to 65535, not 65536",
                ":9000                   | '' is no host",
                "127.0.0.1:9000          | 127.0.0.1:9000 stands in line 1 already",
            })
    void badOrDoubleLine_isNamed(String line, String reason) throws IOException {
        Path file = file("127.0.0.1 9000\n\n" + line + "\n");
        assertThatThrownBy(() -> ServerFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 3: " + reason);
    }

    @Test
    void fileWithoutServers_isAnError() throws IOException {
        Path file = file("\n# none\n");
        assertThatThrownBy(() -> ServerFile.read(file)).hasMessage(file + ": there are no servers in it");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("servers.txt"), text);
    }
}
