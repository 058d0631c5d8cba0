package dev.nestor.server.command;

import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what a Redis answers: asks it everything in a transcript, in both versions of the protocol, and puts its
 * replies in place of those in the file. The Redis is emptied. For developers; tests need no Redis.
 *
 * <pre>
 *   redis-server --port 6399 --save ''
 *   TranscriptRecorder 6399 kvserver/src/test/resources/dev/nestor/server/command/redis/*.txt
 * </pre>
 */
final class TranscriptRecorder {
    private final int port;

    private TranscriptRecorder(int port) {
        this.port = port;
    }

    /**
     * Records files.
     *
     * @param arguments the port of a Redis on this machine, and the files
     */
    public static void main(String[] arguments) throws IOException {
        TranscriptRecorder recorder = new TranscriptRecorder(Integer.parseInt(arguments[0]));
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            recorder.record(Path.of(file));
        }
    }

    private void record(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> resp2 = replies(Transcript.parse(text), RespVersion.RESP2);
        List<String> resp3 = replies(Transcript.parse(text), RespVersion.RESP3);
        StringBuilder recorded = new StringBuilder();
        int exchange = 0;
        for (String line : text.lines().filter(line -> !line.startsWith("  ")).toList()) {
            recorded.append(line).append('\n');
            if (!line.isBlank() && !line.startsWith("#")) {
                recorded.append(reply(resp2.get(exchange), resp3.get(exchange)));
                exchange++;
            }
        }
        Files.writeString(file, recorded);
    }

    private static String reply(String resp2, String resp3) {
        return resp2.equals(resp3) ? "  " + resp2 + "\n" : "  2: " + resp2 + "\n  3: " + resp3 + "\n";
    }

    private List<String> replies(Transcript transcript, RespVersion version) throws IOException {
        List<String> replies = new ArrayList<>();
        for (Transcript.Section section : transcript.sections()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                ask(socket, in, "FLUSHALL");
                ask(socket, in, "HELLO " + version.number());
                for (Transcript.Step step : section.steps()) {
                    if (step instanceof Transcript.Exchange exchange) {
                        replies.add(ask(socket, in, exchange.request()));
                    }
                }
            }
        }
        return replies;
    }

    private static String ask(Socket socket, InputStream in, String line) throws IOException {
        Request request = Words.line(line);
        List<byte[]> words = new ArrayList<>();
        for (int i = 0; i < request.size(); i++) {
            words.add(request.argument(i));
        }
        socket.getOutputStream().write(Words.encode(words));
        return WireText.read(in);
    }
}
