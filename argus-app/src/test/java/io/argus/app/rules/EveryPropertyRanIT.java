package io.argus.app.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Surefire skips what its patterns do not name, without a word. So the properties that stand in each module's test classes
 * are counted, and its reports must show as many: this test runs after them all.
 */
class EveryPropertyRanIT {

    private static final Pattern TEST_CASE = Pattern.compile("<testcase ");

    static List<String> modules() {
        return Reactor.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void asManyRanAsWereWritten(String module) throws IOException {
        Path target = Reactor.target(module);
        Map<String, Long> written = propertiesByClass(target.resolve("test-classes"));
        Map<String, Long> missing = new LinkedHashMap<>();
        for (Map.Entry<String, Long> each : written.entrySet()) {
            Path report = target.resolve("surefire-reports").resolve("TEST-" + each.getKey() + ".xml");
            long ran = Files.exists(report)
                    ? TEST_CASE.matcher(Files.readString(report)).results().count()
                    : 0;
            if (ran < each.getValue()) {
                missing.put(each.getKey(), each.getValue() - ran);
            }
        }

        assertThat(missing).as("properties that were not run, by class").isEmpty();
    }

    @Test
    void theLawsOfTheHouseAreSeen() {
        long domain = count("argus-domain");
        long replay = count("argus-replay");

        assertThat(domain).as("properties of the domain").isGreaterThanOrEqualTo(20);
        assertThat(replay).as("properties of replay").isGreaterThanOrEqualTo(5);
    }

    private static long count(String module) {
        return propertiesByClass(Reactor.target(module).resolve("test-classes")).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** By the name of the outermost class, after which a report is named. */
    private static Map<String, Long> propertiesByClass(Path testClasses) {
        Map<String, Long> counts = new TreeMap<>();
        if (!Files.isDirectory(testClasses)) {
            return counts;
        }
        for (JavaClass each : new ClassFileImporter().importPath(testClasses)) {
            long properties = each.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(Property.class) || method.isAnnotatedWith(Example.class))
                    .count();
            if (each.getModifiers().contains(JavaModifier.ABSTRACT)) {
                continue;
            }
            if (properties > 0) {
                counts.merge(outermost(each), properties, Long::sum);
            }
        }
        return counts;
    }

    private static String outermost(JavaClass inner) {
        return Stream.iterate(inner, each -> each.getEnclosingClass().orElseThrow())
                .filter(each -> each.getEnclosingClass().isEmpty())
                .findFirst()
                .orElseThrow()
                .getName();
    }
}
