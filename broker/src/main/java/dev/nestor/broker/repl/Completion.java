package dev.nestor.broker.repl;

import dev.nestor.broker.repl.Manual.Takes;
import dev.nestor.document.path.Address;
import dev.nestor.document.path.Path;
import dev.nestor.protocol.command.CommandSpec;
import dev.nestor.protocol.command.CommandTable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** What may follow what was typed: commands, keys, names of members. */
final class Completion implements Completer {
    private final CommandList commands;
    private final Suggestions suggestions;

    Completion(CommandList commands, Suggestions suggestions) {
        this.commands = commands;
        this.suggestions = suggestions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String word = line.word();
        switch (line.wordIndex()) {
            case 0 -> commands(word, candidates);
            case 1 -> argument(line.words().getFirst(), word, candidates);
            default -> {
                // What follows the first argument nobody can guess.
            }
        }
    }

    private Takes takes(String command) {
        @Nullable CommandSpec spec = CommandTable.NESTOR.named(command);
        return commands.named(command)
                .map(found -> found.manual().takes())
                .orElse(spec != null && !spec.keys().isEmpty() && spec.keys().first() == 1 ? Takes.KEY : Takes.OTHER);
    }

    private void argument(String command, String word, List<Candidate> candidates) {
        switch (takes(command)) {
            case KEY -> keys(word, true, candidates);
            case ADDRESS -> addresses(word, candidates);
            case COMMAND -> commands(word, candidates);
            case FILE -> files(word, candidates);
            case CHOICE -> choices(command).map(Candidate::new).forEach(candidates::add);
            case NOTHING, OTHER -> {
                // Nothing to offer.
            }
        }
    }

    private Stream<String> choices(String command) {
        return commands.named(command).stream().flatMap(own -> own.choices().stream());
    }

    /** The prompt's commands, and those of the servers once there is a letter to choose by. */
    private void commands(String word, List<Candidate> candidates) {
        for (PromptCommand command : commands.all()) {
            candidates.add(candidate(command.manual().name(), command.manual().summary(), "Commands"));
        }
        if (!word.isEmpty()) {
            for (CommandSpec spec : CommandTable.NESTOR.commands()) {
                String name = spec.fullName().toUpperCase(Locale.ROOT);
                if (commands.named(name).isEmpty() && name.startsWith(word.toUpperCase(Locale.ROOT))) {
                    candidates.add(candidate(name, spec.summary(), "Commands of the servers"));
                }
            }
        }
    }

    private static Candidate candidate(String name, String summary, String group) {
        return new Candidate(name, name, group, summary, null, null, true);
    }

    private void keys(String word, boolean complete, List<Candidate> candidates) {
        boolean quoted = word.startsWith("\"");
        for (String key : suggestions.keys(quoted ? word.substring(1) : word)) {
            String text = quoted ? Shown.string(key) : Shown.name(key);
            candidates.add(new Candidate(text, text, null, null, null, null, complete));
        }
    }

    /** Behind the last dot a member, before it a key. */
    private void addresses(String word, List<Candidate> candidates) {
        int dot = lastDot(word);
        keys(word, false, candidates);
        if (dot > 0) {
            String before = word.substring(0, dot);
            for (String member : suggestions.members(before)) {
                String step = step(member);
                candidates.add(new Candidate(before + "." + step, step, null, null, null, null, false));
            }
        }
    }

    /** A name with blanks would end there, as an address is one word. */
    private static String step(String member) {
        boolean quoted = member.isEmpty() || member.chars().anyMatch(Character::isWhitespace);
        return quoted ? Shown.string(member) : new Address(member, Path.ROOT).toString();
    }

    /** The last dot outside quotes, or -1. */
    private static int lastDot(String word) {
        int found = -1;
        boolean quoted = false;
        for (int at = 0; at < word.length(); at++) {
            quoted ^= word.charAt(at) == '"';
            found = word.charAt(at) == '.' && !quoted ? at : found;
        }
        return found;
    }

    private static void files(String word, List<Candidate> candidates) {
        int slash = word.lastIndexOf('/') + 1;
        try (DirectoryStream<java.nio.file.Path> files =
                Files.newDirectoryStream(java.nio.file.Path.of(slash == 0 ? "." : word.substring(0, slash)))) {
            for (java.nio.file.Path file : files) {
                boolean folder = Files.isDirectory(file);
                String name = word.substring(0, slash) + file.getFileName() + (folder ? "/" : "");
                candidates.add(new Candidate(name, name, null, null, null, null, !folder));
            }
        } catch (IOException | InvalidPathException unreadable) {
            // A folder that nobody can read has nothing to offer.
        }
    }
}
