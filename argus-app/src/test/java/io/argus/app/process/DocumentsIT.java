package io.argus.app.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documents show works. A block that opens with {@code ```sh run} is run, line by line, in a folder with the
 * launcher and the shipped configurations; a block that opens with {@code ```java} is compiled.
 */
class DocumentsIT {

    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh run|java)$\n(.*?)^```$");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:public |final |abstract )*(?:class|record|interface) (\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .+;$");

    @TempDir
    private Path folder;

    /** A fenced block: where it stands, what it is, what it says. */
    private record Block(Path page, int line, String kind, String text) {

        String name() {
            return LaunchedArgus.CHECKOUT.relativize(page) + ":" + line;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyBlockWorks() {
        return blocks().stream()
                .map(block -> DynamicTest.dynamicTest(block.name(), () -> {
                    if (block.kind().equals("java")) {
                        compiles(block);
                    } else {
                        runs(block);
                    }
                }));
    }

    @Test
    void someBlockIsRun() {
        assertThat(blocks()).anyMatch(block -> block.kind().equals("sh run"));
    }

    private void runs(Block block) throws IOException {
        Path own = Files.createTempDirectory(folder, "run");
        Workspace.withSamples(own);
        Path script = Files.writeString(own.resolve("block.sh"), block.text());
        Files.writeString(
                own.resolve("argus"), "#!/bin/sh\nexec '" + LaunchedArgus.CHECKOUT.resolve("argus") + "' \"$@\"\n");
        assertThat(own.resolve("argus").toFile().setExecutable(true)).isTrue();

        LaunchedArgus.Ended ended = LaunchedArgus.started(own, List.of("sh", "-eu", script.toString()))
                .end(PATIENCE_SECONDS);

        assertThat(ended.exit()).as(ended.err()).isZero();
    }

    private void compiles(Block block) throws IOException {
        Path own = Files.createTempDirectory(folder, "compile");
        Matcher type = TYPE.matcher(block.text());
        String name = type.find() ? type.group(1) : "Snippet";
        Path source =
                Files.writeString(own.resolve(name + ".java"), name.equals("Snippet") ? wrapped(block) : block.text());

        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        own.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());

        assertThat(result).as(block.text()).isZero();
    }

    /** Statements, within a method of a class. */
    private static String wrapped(Block block) {
        String imports =
                IMPORT.matcher(block.text()).results().map(MatchResult::group).collect(Collectors.joining("\n"));
        return imports + "\nclass Snippet {\n    void show() throws Exception {\n"
                + IMPORT.matcher(block.text()).replaceAll("") + "    }\n}\n";
    }

    private static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            String text = read(page);
            BLOCK.matcher(text)
                    .results()
                    .forEach(found -> blocks.add(new Block(
                            page,
                            (int) text.substring(0, found.start()).lines().count() + 1,
                            found.group(1),
                            found.group(2))));
        }
        return blocks;
    }

    private static List<Path> pages() {
        Path docs = LaunchedArgus.CHECKOUT.resolve("docs");
        try (Stream<Path> top = Files.list(LaunchedArgus.CHECKOUT);
                Stream<Path> below = Files.walk(docs)) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
