package dev.nestor.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Conversations with a server, as text:
 *
 * <pre>
 *   ## What this conversation is about; it begins with an empty server
 *   SET key 'some value'
 *     +OK
 *   CONFIG GET a
 *     2: ["a" "b"]
 *     3: {"a" "b"}
 *   &#64; 1000
 * </pre>
 *
 * A line is a request; what is indented below it is the reply, as {@link WireText} writes it, for both versions of the
 * protocol or for each. Three dots at its end stand for any text. Behind an at sign stand milliseconds that pass; a
 * number sign begins a comment.
 *
 * @param sections the conversations
 */
record Transcript(List<Section> sections) {
    private static final String ANYTHING = "…";

    /** One conversation. */
    record Section(String title, List<Step> steps) {
        @Override
        public String toString() {
            return title;
        }
    }

    /** What happens in a conversation. */
    sealed interface Step {}

    /** Time passes. */
    record Wait(long millis) implements Step {}

    /** A request, and what is answered in RESP2 and in RESP3. */
    record Exchange(String request, String resp2, String resp3) implements Step {}

    static Transcript resource(String name) {
        try (InputStream in = Objects.requireNonNull(Transcript.class.getResourceAsStream(name), name)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transcript parse(String text) {
        List<Section> sections = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                steps = new ArrayList<>();
                sections.add(new Section(line.substring(3), steps));
            } else if (line.startsWith("@ ")) {
                steps.add(new Wait(Long.parseLong(line.substring(2))));
            } else if (line.startsWith("  ")) {
                steps.add(answered((Exchange) steps.removeLast(), line.substring(2)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                steps.add(new Exchange(line, "", ""));
            }
        }
        return new Transcript(sections);
    }

    private static Exchange answered(Exchange exchange, String reply) {
        if (reply.startsWith("2: ")) {
            return new Exchange(exchange.request(), reply.substring(3), exchange.resp3());
        }
        if (reply.startsWith("3: ")) {
            return new Exchange(exchange.request(), exchange.resp2(), reply.substring(3));
        }
        return new Exchange(exchange.request(), reply, reply);
    }

    /** Which replies are as written. */
    static Predicate<String> pattern(String expected) {
        int dots = expected.length() - ANYTHING.length();
        return expected.endsWith(ANYTHING) ? reply -> reply.startsWith(expected.substring(0, dots)) : expected::equals;
    }

    List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        for (Section section : sections) {
            for (Step step : section.steps()) {
                if (step instanceof Exchange exchange) {
                    exchanges.add(exchange);
                }
            }
        }
        return exchanges;
    }
}
