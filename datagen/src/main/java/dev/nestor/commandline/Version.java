package dev.nestor.commandline;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven wrote into the jar, the same in all jars of a build. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"nestor " + (version == null ? "(not packaged)" : version)};
    }
}
