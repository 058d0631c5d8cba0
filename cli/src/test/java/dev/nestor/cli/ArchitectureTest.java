package dev.nestor.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.PrintWriter;

/** Holds the arrows that ARCHITECTURE.md draws: who may import whom. */
@AnalyzeClasses(packages = "dev.nestor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify.annotations..";

    @ArchTest
    static final ArchRule the_trie_imports_nothing = only("dev.nestor.trie..");

    @ArchTest
    static final ArchRule documents_import_only_the_streaming_parser =
            only("dev.nestor.document..", "tools.jackson.core..");

    @ArchTest
    static final ArchRule documents_do_not_know_paths = noClasses()
            .that()
            .resideInAPackage("dev.nestor.document")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.nestor.document.path..");

    @ArchTest
    static final ArchRule the_protocol_imports_only_netty = only("dev.nestor.protocol..", "io.netty..");

    @ArchTest
    static final ArchRule the_command_table_knows_no_sockets = noClasses()
            .that()
            .resideInAPackage("dev.nestor.protocol.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule frames_do_not_know_commands = noClasses()
            .that()
            .resideInAPackage("dev.nestor.protocol")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.nestor.protocol.command..");

    @ArchTest
    static final ArchRule the_generator_imports_only_its_command_line =
            only("dev.nestor.datagen..", "dev.nestor.commandline..", "picocli..");

    @ArchTest
    static final ArchRule failures_know_no_command = only("dev.nestor.commandline..", "picocli..");

    @ArchTest
    static final ArchRule only_commands_know_picocli = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Command")
            .and()
            .resideOutsideOfPackages("dev.nestor.cli..", "dev.nestor.commandline..", "dev.nestor.broker.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule only_one_package_knows_the_raft_library = noClasses()
            .that()
            .resideOutsideOfPackage("dev.nestor.server.raft..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.ratis..");

    @ArchTest
    static final ArchRule the_store_knows_neither_sockets_nor_replication =
            only("dev.nestor.server.store..", "dev.nestor.trie..", "dev.nestor.document..");

    @ArchTest
    static final ArchRule commands_know_the_protocol_and_the_store = noClasses()
            .that()
            .resideInAPackage("dev.nestor.server.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.nestor.server.raft..", "dev.nestor.server.cluster..", "dev.nestor.server.net..");

    @ArchTest
    static final ArchRule connections_do_not_know_replication = noClasses()
            .that()
            .resideInAPackage("dev.nestor.server.net..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.nestor.server.raft..", "dev.nestor.server.cluster..");

    @ArchTest
    static final ArchRule the_brokers_client_knows_no_server_and_no_face =
            only("dev.nestor.broker", "dev.nestor.protocol..", "io.lettuce..", "io.netty..");

    @ArchTest
    static final ArchRule the_loader_knows_the_client_but_not_its_library =
            only("dev.nestor.broker.load..", "dev.nestor.broker", "dev.nestor.commandline..", "tools.jackson.core..");

    @ArchTest
    static final ArchRule the_prompt_does_not_know_the_loader = noClasses()
            .that()
            .resideInAPackage("dev.nestor.broker.repl..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.nestor.broker.load..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_client_knows_its_library = noClasses()
            .that()
            .resideOutsideOfPackage("dev.nestor.broker")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lettuce..");

    @ArchTest
    static final ArchRule the_prompt_knows_the_client_and_the_documents_it_shows = only(
            "dev.nestor.broker.repl..",
            "dev.nestor.broker",
            "dev.nestor.protocol..",
            "dev.nestor.document..",
            "org.jline..");

    @ArchTest
    static final ArchRule only_the_prompt_knows_the_line_editor = noClasses()
            .that()
            .resideOutsideOfPackage("dev.nestor.broker.repl..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jline..");

    @ArchTest
    static final ArchRule drills_know_servers_only_as_processes = noClasses()
            .that()
            .resideInAPackage("dev.nestor.drill..")
            .and()
            .doNotHaveSimpleName("LocalServerCommand")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.nestor.server..");

    @ArchTest
    static final ArchRule local_servers_know_nothing_of_what_is_done_to_them = noClasses()
            .that()
            .resideInAPackage("dev.nestor.drill.local..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.nestor.drill", "dev.nestor.broker.repl..", "dev.nestor.broker.load..");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("dev.nestor.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_text_depends_on_the_locale = noClasses()
            .should()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(PrintStream.class, "printf", String.class, Object[].class)
            .orShould()
            .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
            .because("digits and letters would be those of the machine's language");

    private static ArchRule only(String packages, String... libraries) {
        String[] allowed = new String[libraries.length + 3];
        System.arraycopy(libraries, 0, allowed, 3, libraries.length);
        allowed[0] = packages;
        allowed[1] = JAVA;
        allowed[2] = NULLNESS;
        return classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
