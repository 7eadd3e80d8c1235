package io.argus.app.process;

import io.argus.app.process.LaunchedArgus.Ended;
import io.argus.app.process.LaunchedArgus.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When the launcher builds, when it does not, and what it does with what it was given. */
class LauncherIT {

    private static final String LOCK = "argus-app/target/launcher.lock";

    @TempDir
    private Path folder;

    private LauncherTree tree;

    @BeforeEach
    void aFreshCheckout() throws IOException {
        // The launcher resolves links, so that on systems with linked temporary folders the names would differ.
        folder = folder.toRealPath();
        tree = new LauncherTree(folder);
    }

    @Test
    void aFreshCheckoutIsBuiltOnceAndThenStartsAtOnce() throws IOException {
        Ended first = tree.run("research", "--once");
        Ended second = tree.run("research", "--once");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err().lines()).singleElement().asString().contains("building");
        assertThat(first.out()).contains("-jar " + tree.path("argus-app/target/argus.jar") + " research --once");
        assertThat(second.err()).isEmpty();
        assertThat(tree.builds()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "argus-app/pom.xml",
                ".mvn/jvm.config",
                "argus-app/src/main/java/A.java",
                "argus-app/src/main/java"
            })
    void whatIsNewerThanTheBuildIsBuiltAgain(String changed) throws IOException {
        tree.run();
        tree.settle();
        assertThat(tree.run().err()).isEmpty();

        tree.change(changed);

        assertThat(tree.run().err()).contains("building");
        assertThat(tree.builds()).isEqualTo(2);
    }

    @Test
    void whatChangesDuringABuildIsBuiltAgain() throws IOException {
        // Files of one tick of the clock are of one age, so the change is made until it shows.
        tree.mvnw("[ -f once ] || { touch once; source=argus-app/src/main/java/A.java;"
                + " until [ $source -nt argus-app/target/launcher.stamp.next ]; do touch $source; done; }");

        tree.run();
        tree.run();
        tree.run();

        assertThat(tree.builds()).isEqualTo(2);
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLogAndIsTriedAgain() throws IOException {
        tree.mvnw("i=0; while [ $i -lt 40 ]; do i=$((i + 1)); echo \"line $i\"; done; exit 7");

        Ended failed = tree.run();

        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("line 40", "launcher.log")
                .doesNotContain("line 1\n")
                .contains("the build failed");
        assertThat(tree.path(LOCK)).doesNotExist();
        tree.mvnw("");
        assertThat(tree.run().exit()).isZero();
    }

    @Test
    void twoAtOnceBuildOnce() throws IOException {
        tree.mvnw("sleep 2");
        Running one = tree.start(folder, tree.path("argus"), "one");
        Running two = tree.start(folder, tree.path("argus"), "two");

        assertThat(one.end(60).out()).contains("one");
        assertThat(two.end(60).out()).contains("two");
        assertThat(tree.builds()).isOne();
    }

    @Test
    void whatStartsFasterFromAnArchiveOfClassesDoesSo() throws IOException {
        tree.java("17.0.1", """
                for option; do
                  case $option in
                    -XX:ArchiveClassesAtExit=*)
                      echo once >>../archived; grep -q allocate command && grep -q rankings rankings.json &&\\
                      echo classes >"${option#*=}"; exit 1 ;;
                  esac
                done
                echo "ran $*\"""");

        Ended ended = tree.run("one");
        tree.run("two");

        Path archive = tree.path("argus-app/target/launcher.jsa");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("-XX:SharedArchiveFile=" + archive).contains("-jar");
        assertThat(archive).hasContent("classes");
        assertThat(archive.resolveSibling("archived")).hasContent("once");
        assertThat(archive.resolveSibling("launcher.jsa.next")).doesNotExist();
        assertThat(archive.resolveSibling("launcher.trial")).doesNotExist();
    }

    @Test
    void theArchiveOfAnotherJarIsMadeAnew() throws IOException {
        tree.java("17.0.1", """
                for option; do
                  case $option in -XX:ArchiveClassesAtExit=*) echo once >>../archived; echo classes >"${option#*=}" ;; esac
                done""");
        tree.run();
        tree.settle();
        tree.change("argus-app/target/argus.jar");

        tree.runAsBuilt();
        assertThat(tree.path("argus-app/target/archived")).hasContent("once");
        tree.run();
        tree.run();

        assertThat(tree.path("argus-app/target/archived")).hasContent("once\nonce");
        assertThat(tree.builds()).isOne();
    }

    @Test
    void aJvmThatMakesNoArchiveStartsWithoutOne() throws IOException {
        assertThat(tree.run("one").out()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void theLockOfADeadBuilderIsTaken() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(tree.path(LOCK));
        Files.writeString(tree.path(LOCK + "/pid"), dead.pid() + "\n");

        assertThat(tree.run().exit()).isZero();
        assertThat(tree.builds()).isOne();
    }

    @Test
    void itIsFoundThroughLinksAndStaysInTheCallersFolder() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
        Files.createSymbolicLink(folder.resolve("else/argus"), Path.of("../checkout/argus"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("argus"), Path.of("../argus"));

        Ended ended = tree.run(elsewhere, link);

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("in " + elsewhere + " as");
    }

    @Test
    void theProcessIsTheJvmsWithItsExitCode() throws IOException {
        tree.java("17.0.1", "echo \"as $$\"; exit 42");

        Running running = tree.start(folder, tree.path("argus"));
        Ended ended = running.end(60);

        assertThat(ended.exit()).isEqualTo(42);
        assertThat(ended.out()).isEqualTo("as " + running.process().pid() + "\n");
    }

    @Test
    void aBuildDoesNotEatTheInput() throws IOException {
        tree.mvnw("cat >eaten");
        tree.java("17.0.1", "cat");

        assertThat(tree.run().out()).isEqualTo("what the user typed\n");
        assertThat(tree.path("eaten")).isEmptyFile();
    }

    @Test
    void toldNotToBuildItDoesNot() throws IOException {
        Ended unbuilt = tree.runAsBuilt();
        tree.run();
        tree.settle();
        tree.change("pom.xml");
        Ended stale = tree.runAsBuilt();

        assertThat(unbuilt.exit()).isEqualTo(1);
        assertThat(unbuilt.err().lines()).singleElement().asString().contains("ARGUS_NO_BUILD");
        assertThat(stale.exit()).isZero();
        assertThat(tree.builds()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "1.8.0_402"})
    void anOldJavaIsRefusedInOneLine(String version) throws IOException {
        tree.java(version, "echo started");

        Ended ended = tree.run();

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).singleElement().asString().contains("17 or newer");
        assertThat(tree.builds()).isZero();
    }

    @Test
    void withoutAJavaItSaysWhatToInstall() throws IOException {
        Ended ended = tree.runWithoutJava();

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err().lines()).singleElement().asString().contains("no Java found", "JDK 17");
    }

    @Test
    void shortCommandsStartWithoutTheSecondCompiler() throws IOException {
        Stream.of("strategies", "--version", "allocate")
                .forEach(command -> assertThat(output(command)).contains("TieredStopAtLevel=1", "CompileThreshold"));
        assertThat(output("research")).doesNotContain("TieredStopAtLevel=1").doesNotContain("CompileThreshold");
    }

    private String output(String command) {
        try {
            return tree.run(command).out();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
