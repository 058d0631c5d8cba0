package dev.nestor.datagen;

import dev.nestor.commandline.Counted;
import dev.nestor.commandline.Terminal;
import dev.nestor.commandline.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code nestor datagen}. Throws {@link ParameterException} for arguments that cannot be used and {@link IOException}, with
 * a message for the user, for files that cannot be read or written.
 */
@Command(
        name = "datagen",
        header = "Generate a dataset of nested documents.",
        description = {
            "",
            "Writes records person0, person1, ... whose field names and types come from a key file. "
                    + "The same seed gives the same records, and a shorter dataset is the beginning of a longer one.",
            "",
            "A key file has a line per field, 'name type', with the types string, int and float; any other type "
                    + "makes a boolean. Blank lines and lines that start with # do not count.",
            ""
        },
        optionListHeading = "@|bold Options|@%n",
        exitCodeListHeading = "%n@|bold Exit codes|@%n",
        exitCodeList = {
            "0:The dataset was written, or the reader of the pipe had enough.",
            "1:The key file cannot be read, or the dataset cannot be written.",
            "2:An argument cannot be used."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  nestor datagen -k samples/keyFile.txt -n 1000 -d 3 -l 4 -m 5",
            "  nestor datagen -k samples/keyFile.txt -n 1000000 -o big.txt --seed 7",
            "  nestor datagen -k samples/keyFile.txt -n 5 --format ndjson -o - | jq ."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // set by picocli, which calls each setter, if only with the default value
public final class DatagenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private Path keyFile;
    private long recordCount;
    private int maxDepth;
    private int maxKeys;
    private int maxStringLength;
    private String output;
    private RecordFormat format;
    private long seed;

    @Option(
            names = {"-k", "--keys"},
            order = 1,
            paramLabel = "FILE",
            required = true,
            description = "Key file: the names and types of fields.")
    void setKeyFile(String file) {
        keyFile = named("-k", file);
    }

    @Option(
            names = {"-n", "--records"},
            order = 2,
            paramLabel = "N",
            defaultValue = "1000",
            description = "Number of records, 1 or more (default: ${DEFAULT-VALUE}).")
    void setRecordCount(String number) {
        recordCount = wholeNumber("-n", number, 1, Long.MAX_VALUE);
    }

    @Option(
            names = {"-d", "--depth"},
            order = 3,
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "Greatest nesting, 0 to " + Shape.MAX_DEPTH + ", 0 for flat records (default: ${DEFAULT-VALUE}).")
    void setMaxDepth(String number) {
        maxDepth = (int) wholeNumber("-d", number, 0, Shape.MAX_DEPTH);
    }

    @Option(
            names = {"-l", "--length"},
            order = 4,
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "Greatest length of a string, 1 to " + Shape.MAX_STRING_LENGTH + " (default: ${DEFAULT-VALUE}).")
    void setMaxStringLength(String number) {
        maxStringLength = (int) wholeNumber("-l", number, 1, Shape.MAX_STRING_LENGTH);
    }

    @Option(
            names = {"-m", "--max-keys"},
            order = 5,
            paramLabel = "N",
            defaultValue = "5",
            description = "Greatest number of keys per level, 0 to " + Shape.MAX_KEYS + " (default: ${DEFAULT-VALUE}).")
    void setMaxKeys(String number) {
        maxKeys = (int) wholeNumber("-m", number, 0, Shape.MAX_KEYS);
    }

    @Option(
            names = {"-o", "--output"},
            order = 6,
            paramLabel = "FILE",
            defaultValue = "dataToIndex.txt",
            description = "Where to write, - for standard output (default: ${DEFAULT-VALUE}). "
                    + "An existing file stays until the new one is complete.")
    void setOutput(String file) {
        output = named("-o", file).toString();
    }

    @Option(
            names = "--format",
            order = 7,
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = {
                "How to write a record (default: ${DEFAULT-VALUE}):",
                "  json       \"person0\": {\"name\": \"x\", \"zip\": 7}",
                "  semicolon  \"person0\": { \"name\" : \"x\" ; \"zip\" : 7 }",
                "  ndjson     {\"_key\": \"person0\", \"name\": \"x\", \"zip\": 7}"
            })
    void setFormat(String name) {
        format = switch (name.toLowerCase(Locale.ROOT)) {
            case "json" -> RecordFormat.JSON;
            case "semicolon" -> RecordFormat.SEMICOLON;
            case "ndjson" -> RecordFormat.NDJSON;
            default -> throw unusable("--format", name, "must be json, semicolon or ndjson");
        };
    }

    @Option(
            names = "--seed",
            order = 8,
            paramLabel = "N",
            defaultValue = "42",
            description = "Another whole number gives other records (default: ${DEFAULT-VALUE}).")
    void setSeed(String number) {
        seed = wholeNumber("--seed", number, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    public Integer call() throws IOException {
        List<Field> fields = readFields();
        if (isKeyFile(Path.of(output))) {
            throw unusable("-o", output, "is the key file, which would be lost");
        }
        var generator = new RecordGenerator(seed, fields, new Shape(maxDepth, maxKeys, maxStringLength));
        var progress = new Progress(recordCount, err(), Terminal::showsStandardError, System::nanoTime);
        try (Destination destination = Destination.open(output)) {
            write(generator, destination, progress);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // What the JDK says for EPIPE: the reader, perhaps head, has gone and wants no more.
            if (!"Broken pipe".equals(e.getMessage())) {
                throw new IOException(output + ": " + e.getMessage(), e);
            }
        }
        return ExitCode.OK;
    }

    private void write(RecordGenerator generator, Destination destination, Progress progress) throws IOException {
        var writer = new DatasetWriter(generator, format, Runtime.getRuntime().availableProcessors());
        long bytes;
        try {
            bytes = writer.write(recordCount, destination.stream(), progress);
            destination.commit();
        } finally {
            progress.clear();
        }
        err().println(progress.summary(bytes, output.equals("-") ? "standard output" : output));
    }

    private List<Field> readFields() throws IOException {
        List<Field> fields = KeyFile.read(keyFile, err()::println);
        if (fields.isEmpty() && maxKeys > 0) {
            throw new IOException(keyFile + ": there are no fields in it, which is enough for -m 0 only");
        }
        if (format.keyIsMember()
                && fields.stream().anyMatch(field -> field.name().equals(RecordFormat.KEY_MEMBER))) {
            throw unusable("--format", "ndjson", "needs the name _key for itself, which is a field in the key file");
        }
        if (fields.size() < maxKeys) {
            err().println("-m " + maxKeys + ": the key file has " + Counted.of(fields.size(), "name")
                    + ", so no level gets more keys.");
        }
        return fields;
    }

    private boolean isKeyFile(Path file) throws IOException {
        return Files.isRegularFile(keyFile) && Files.exists(file) && Files.isSameFile(keyFile, file);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private long wholeNumber(String option, String text, long min, long max) {
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of bounds.
        }
        throw unusable(option, text, "must be a whole number" + allowed(min, max));
    }

    private static String allowed(long min, long max) {
        return min == Long.MIN_VALUE ? " of at most 64 bits" : " from " + min + " to " + max;
    }

    private Path named(String option, String file) {
        if (file.isEmpty()) {
            throw unusable(option, "''", "must be the name of a file");
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw unusable(option, file, "must be the name of a file");
        }
    }

    private ParameterException unusable(String option, String value, String why) {
        return new ParameterException(spec.commandLine(), option + " " + value + ": " + why);
    }
}
