package io.argus.app.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

/** The house stands as docs/architecture.md says, and a house with a fault would not. */
class HouseRulesTest {

    /** Fewer classes than these, and the importer did not see the module. */
    private static final Map<String, Integer> FEWEST = Map.of(
            "argus-domain", 80,
            "argus-research", 60,
            "argus-evaluation", 15,
            "argus-allocation", 5,
            "argus-replay", 30,
            "argus-connectors", 10,
            "argus-testkit", 6,
            "argus-app", 20);

    /** Built after the app, so that its classes may not stand yet; it ships nothing, and no other module may use it. */
    private static final String BENCHMARKS = "argus-benchmarks";

    /** The modules for hosts on the module path. */
    private static final List<String> DESCRIBED =
            List.of("argus-domain", "argus-research", "argus-evaluation", "argus-allocation");

    private static final JavaClasses IMPORTED = imported();
    private static final JavaClasses HOUSE = IMPORTED.that(resideInAPackage("io.argus.."));
    private static final JavaClasses PLANTED = IMPORTED.that(resideInAPackage("planted.."));

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        Map<String, ArchRule> rules = HouseRules.of("io.argus", exports(), fromTestClasses());

        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    /** The same rules on the house of faults in the package {@code planted}: a rule that it keeps is no rule. */
    @TestFactory
    Stream<DynamicTest> everyRuleFailsOnAPlantedFault() {
        Map<String, Set<String>> exports = Map.of(
                "domain",
                Set.of("planted.domain"),
                "research",
                Set.of(),
                "evaluation",
                Set.of(),
                "allocation",
                Set.of());

        return HouseRules.of("planted", exports, resideInAPackage("planted.tests..")).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(PLANTED).hasViolation())
                                .isTrue()));
    }

    @Test
    void everyModuleWasSeen() {
        assertThat(FEWEST.keySet()).isEqualTo(Set.copyOf(judged()));
        FEWEST.forEach((module, fewest) -> assertThat(HOUSE.stream()
                        .filter(each -> location(each).contains("/" + module + "/"))
                        .count())
                .as(module)
                .isGreaterThanOrEqualTo(fewest));
    }

    @Test
    void embeddedModulesHaveADescriptorAndTheOthersAName() {
        for (String module : Reactor.modules()) {
            if (DESCRIBED.contains(module)) {
                assertThat(descriptor(module).exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
            } else {
                assertThat(Reactor.pom(Reactor.folder(module)))
                        .contains("<Automatic-Module-Name>io." + module.replace('-', '.') + "<");
            }
        }
    }

    private static List<String> judged() {
        return Reactor.modules().stream()
                .filter(module -> !module.equals(BENCHMARKS))
                .toList();
    }

    private static Map<String, Set<String>> exports() {
        Map<String, Set<String>> exports = new TreeMap<>();
        for (String module : DESCRIBED) {
            exports.put(
                    module.substring("argus-".length()),
                    descriptor(module).exports().stream()
                            .map(ModuleDescriptor.Exports::source)
                            .collect(Collectors.toSet()));
        }
        return exports;
    }

    private static ModuleDescriptor descriptor(String module) {
        try (InputStream in = Files.newInputStream(Reactor.target(module).resolve("classes/module-info.class"))) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a class file came from tells whether it is shipped. */
    private static DescribedPredicate<JavaClass> fromTestClasses() {
        return DescribedPredicate.describe("are tests", each -> location(each).contains("/test-classes/"));
    }

    private static String location(JavaClass each) {
        return each.getSource().map(source -> source.getUri().toString()).orElse("");
    }

    private static JavaClasses imported() {
        List<Path> roots = new ArrayList<>();
        for (String module : judged()) {
            for (String part : List.of("classes", "test-classes")) {
                Path root = Reactor.target(module).resolve(part);
                if (Files.isDirectory(root)) {
                    roots.add(root);
                }
            }
        }
        return new ClassFileImporter().importPaths(roots);
    }
}
