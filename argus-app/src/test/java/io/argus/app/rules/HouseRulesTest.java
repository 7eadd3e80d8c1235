package io.argus.app.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The house stands as docs/architecture.md says. */
class HouseRulesTest {

    /** Fewer classes than these, and the importer did not see the module. */
    private static final Map<String, Integer> FEWEST = Map.of(
            "argus-domain", 80,
            "argus-evaluation", 15,
            "argus-allocation", 5,
            "argus-replay", 30,
            "argus-connectors", 10,
            "argus-app", 20);

    private static final JavaClasses HOUSE = imported();

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(false).check(HOUSE)));
    }

    @Test
    void everyModuleWasSeen() {
        assertThat(FEWEST.keySet()).isEqualTo(Set.copyOf(Reactor.modules()));
        FEWEST.forEach((module, fewest) -> assertThat(HOUSE.stream()
                        .filter(each -> each.getSource()
                                .orElseThrow()
                                .getUri()
                                .toString()
                                .contains("/" + module + "/"))
                        .count())
                .as(module)
                .isGreaterThanOrEqualTo(fewest));
    }

    private static JavaClasses imported() {
        List<Path> roots = new ArrayList<>();
        for (String module : Reactor.modules()) {
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
