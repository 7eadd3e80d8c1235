package io.argus.testkit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** Every law catches the one that was made to break it. */
class LawSuitesTest {

    private static final Map<Class<?>, String> BROKEN = Map.ofEntries(
            Map.entry(BrokenOnes.Forgetful.class, "isDeterministic"),
            Map.entry(BrokenOnes.BeyondTheCap.class, "staysWithinItsCap"),
            Map.entry(BrokenOnes.WithoutAnEdge.class, "holdsNothingWithoutAnEdge"),
            Map.entry(BrokenOnes.OnTheOtherSide.class, "standsOnTheSideOfTheEdge"),
            Map.entry(BrokenOnes.ShyOfMu.class, "neverShrinksWithMu"),
            Map.entry(BrokenOnes.ShyOfConfidence.class, "neverShrinksWithConfidence"),
            Map.entry(BrokenOnes.FondOfCost.class, "neverGrowsWithCost"),
            Map.entry(BrokenOnes.FondOfRisk.class, "neverGrowsWithRisk"),
            Map.entry(BrokenOnes.Trusting.class, "answersABadForecastWithNothingAndAReason"),
            Map.entry(BrokenOnes.OrderMatters.class, "holdsTogetherWithOthers"),
            Map.entry(BrokenOnes.NegativeWeights.class, "keepsEachWeightWithinItsLimits"),
            Map.entry(BrokenOnes.HalfTheSum.class, "keepsTheSum"),
            Map.entry(BrokenOnes.ForgetfulAllocator.class, "isDeterministic"),
            Map.entry(BrokenOnes.AllOnTheFirst.class, "ignoresOrder"));

    @TestFactory
    Stream<DynamicTest> aBrokenOneIsCaught() {
        return BROKEN.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().getSimpleName() + " breaks " + entry.getValue(),
                        () -> assertThat(failures(entry.getKey())).contains(entry.getValue())));
    }

    @Test
    void everyLawHasOneThatBreaksIt() {
        for (Class<?> suite : Set.of(SizingRuleLaws.class, AllocatorLaws.class)) {
            Set<String> laws = Arrays.stream(suite.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Property.class))
                    .map(Method::getName)
                    .collect(Collectors.toSet());
            assertThat(BROKEN.entrySet().stream()
                            .filter(entry -> suite.isAssignableFrom(entry.getKey()))
                            .map(Map.Entry::getValue)
                            .collect(Collectors.toSet()))
                    .isEqualTo(laws);
        }
    }

    /** The laws that fail when a suite is run as its user would run it. */
    private static Set<String> failures(Class<?> suite) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(suite))
                .configurationParameter("jqwik.database", "target/jqwik-database-of-broken-ones")
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .build();
        Set<String> failed = new HashSet<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED
                        && test.getSource().orElse(null) instanceof MethodSource method) {
                    failed.add(method.getMethodName());
                }
            }
        });
        return failed;
    }
}
