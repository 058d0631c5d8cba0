package dev.nestor.server.raft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a log, which Ratis names {@code log_FIRST-LAST} and the one it writes {@code log_inprogress_FIRST}. */
final class LogFiles {
    private static final Pattern NAME = Pattern.compile("log_(?:inprogress_)?(\\d+)(?:-\\d+)?");

    private LogFiles() {}

    /** The index of the first entry that a folder's log may hold, nothing if there is no log. */
    static OptionalLong firstIndex(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .min();
        }
    }
}
