package dev.nestor.datagen;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a dataset is written to. Closing without {@link #commit} is giving up. */
sealed interface Destination extends Closeable permits Destination.Direct, ReplacedFile {
    /** A file is replaced as a whole; standard output ({@code -}), pipes and devices are written to as they are. */
    static Destination open(String name) throws IOException {
        if (name.equals("-")) {
            return new Direct(new FileOutputStream(FileDescriptor.out));
        }
        Path path = Path.of(name);
        boolean special = Files.exists(path) && !Files.isRegularFile(path);
        return special ? new Direct(Files.newOutputStream(path, StandardOpenOption.WRITE)) : new ReplacedFile(path);
    }

    OutputStream stream();

    /** Makes what was written stay. */
    void commit() throws IOException;

    /** Bytes are out as soon as they are written. */
    record Direct(OutputStream stream) implements Destination {
        @Override
        public void commit() {}

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
