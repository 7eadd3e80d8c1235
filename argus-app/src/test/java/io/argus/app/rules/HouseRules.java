package io.argus.app.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of docs/architecture.md, each under the sentence that it is. They are rules for any house of this plan, not for
 * {@code io.argus} alone, so that each can be shown to fail on a house with a planted fault.
 */
final class HouseRules {

    private static final String[] INJECTION = {"com.google.inject..", "jakarta.inject..", "javax.inject.."};

    private final String root;
    private final Map<String, Set<String>> exports;
    private final DescribedPredicate<JavaClass> tests;
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    /**
     * @param root the package under which the modules stand, such as {@code io.argus}
     * @param exports of each module with a descriptor (by its last name, such as {@code domain}), the exported packages
     * @param tests which classes are not shipped
     */
    private HouseRules(String root, Map<String, Set<String>> exports, DescribedPredicate<JavaClass> tests) {
        this.root = root;
        this.exports = exports;
        this.tests = tests;
        modulesKnowEachOtherInOneDirection();
        insidesStayInside();
        injectionIsTheAppsBusiness();
        timeChanceAndThreadsAreGiven();
        numbersAreTheSameEverywhere();
        textIsTheSameEverywhere();
        outputHasItsPlaces();
        testsRun();
    }

    static Map<String, ArchRule> of(
            String root, Map<String, Set<String>> exports, DescribedPredicate<JavaClass> tests) {
        return new HouseRules(root, exports, tests).rules;
    }

    private void modulesKnowEachOtherInOneDirection() {
        rules.put("the domain depends on the JDK alone", onlyDependOn("domain"));
        rules.put("research depends on the domain alone", onlyDependOn("research", "domain"));
        rules.put(
                "evaluation depends on research and the domain alone",
                onlyDependOn("evaluation", "research", "domain"));
        rules.put("allocation depends on the domain alone", onlyDependOn("allocation", "domain"));
        rules.put(
                "replay knows the domain, research and evaluation, and no other module",
                noneIn("replay")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(in("allocation", "connectors", "app")));
        rules.put(
                "connectors know the domain and research, and no other module",
                noneIn("connectors")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(in("allocation", "evaluation", "replay", "app")));
        rules.put(
                "the testkit knows the domain and allocation, and no other module",
                noneIn("testkit")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(in("research", "evaluation", "replay", "connectors", "app")));
        rules.put(
                "the testkit and the benchmarks are nobody's dependency",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackages(in("testkit", "benchmarks"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(in("testkit", "benchmarks")));
        rules.put(
                "nothing in research knows its ports",
                noClasses()
                        .that(resideInAPackage(root + ".research.."))
                        .and()
                        .resideOutsideOfPackages(root + ".research.port..", root + ".research.testing..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root + ".research.port.."));
        rules.put(
                "packages do not depend on each other in circles",
                slices().assignedFrom(packages()).should().beFreeOfCycles());
    }

    /** Those of what is shipped: tests build their values with {@code testing} packages, which know all the others. */
    private SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass each) {
                boolean counts = each.getPackageName().startsWith(root + ".") && !tests.test(each);
                return counts ? SliceIdentifier.of(each.getPackageName()) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + root;
            }
        };
    }

    private void insidesStayInside() {
        exports.forEach((module, packages) -> rules.put(
                "what " + module + " does not export is not touched from outside",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackage(root + "." + module + "..")
                        .should()
                        .dependOnClassesThat(resideInAPackage(root + "." + module + "..")
                                .and(not(resideInAnyPackage(packages.toArray(String[]::new))))
                                .and(not(tests)))));
        rules.put(
                "shipped code names adapters in the wiring only, but for atomic files",
                noneIn("app")
                        .and(not(tests))
                        .and()
                        .resideOutsideOfPackage(root + ".app.wiring..")
                        .should()
                        .dependOnClassesThat(resideInAPackage(root + ".connectors..")
                                .and(not(nameMatching(".*\\.connectors\\.file\\.AtomicFiles.*")))));
        rules.put(
                "the inside of replay is not called from the app",
                noneIn("app")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(in("replay.engine", "replay.execution", "replay.account")));
    }

    private void injectionIsTheAppsBusiness() {
        rules.put(
                "injection is the app's business alone",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".app..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(INJECTION));
        rules.put(
                "what is injected is made in methods that provide it: nothing is annotated with @Inject",
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(INJECTION).and(nameMatching(".*\\.(Inject|Named)"))));
        rules.put(
                "@Provides stands in Guice modules only",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat(not(assignableTo("com.google.inject.Module")))
                        .should()
                        .beAnnotatedWith("com.google.inject.Provides"));
    }

    private void timeChanceAndThreadsAreGiven() {
        rules.put(
                "threads and executors are made in app.runtime only",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".app.runtime..")
                        .should()
                        .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.concurrent.Executors"));
        rules.put(
                "no shipped code but app.runtime makes pools and timers, or works in the common pool",
                noClasses()
                        .that(not(tests))
                        .and()
                        .resideOutsideOfPackage(root + ".app.runtime..")
                        .should()
                        .callConstructorWhere(target(owner(assignableTo(java.util.concurrent.ExecutorService.class)
                                .or(type(java.util.Timer.class)))))
                        .orShould()
                        .callMethodWhere(target(nameMatching("parallel.*|commonPool"))));
        rules.put(
                "no shipped code but app.runtime lets the JVM start a thread for it",
                noClasses()
                        .that(not(tests))
                        .and()
                        .resideOutsideOfPackage(root + ".app.runtime..")
                        .should()
                        .callMethodWhere(target(owner(assignableTo(java.util.concurrent.CompletionStage.class)))
                                .and(target(nameMatching(".*Async|orTimeout|completeOnTimeout|delayedExecutor")))
                                .and(not(target(takes(java.util.concurrent.Executor.class)))))
                        .orShould()
                        .callMethodWhere(target(owner(assignableTo(java.util.concurrent.ForkJoinTask.class))))
                        .orShould()
                        .callMethodWhere(target(owner(type(java.lang.ref.Cleaner.class))))
                        .orShould()
                        .callMethodWhere(
                                target(nameMatching("newWatchService|startVirtualThread|ofVirtual|ofPlatform"))));
        rules.put(
                "time and chance are injected",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".app.wiring..")
                        .should()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethodWhere(
                                target(owner(resideInAPackage("java.time.."))).and(target(nameMatching("now"))))
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                        .orShould()
                        .callConstructor(java.util.Random.class));
        rules.put(
                "shipped code asks no clock that it was not given",
                noClasses()
                        .that(not(tests))
                        .and()
                        .resideOutsideOfPackage(root + ".app.wiring..")
                        .should()
                        .callMethodWhere(
                                target(owner(type(java.time.Clock.class).or(type(java.time.InstantSource.class))))
                                        .and(target(nameMatching("system.*|tick.+")))));
        rules.put(
                "nothing sleeps",
                noClasses()
                        .should()
                        .callMethodWhere(target(owner(type(Thread.class).or(type(java.util.concurrent.TimeUnit.class))))
                                .and(target(nameMatching("sleep")))));
        rules.put(
                "old dates are not used",
                noClasses()
                        .should()
                        .dependOnClassesThat(nameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)")));
    }

    private void numbersAreTheSameEverywhere() {
        rules.put(
                "functions that differ between machines are taken from StrictMath",
                noClasses()
                        .that(not(tests))
                        .and()
                        .resideOutsideOfPackage(root + ".benchmarks..")
                        .should()
                        .callMethodWhere(
                                target(owner(type(Math.class)))
                                        .and(
                                                target(
                                                        nameMatching(
                                                                "exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot")))));
    }

    /** Some countries write other digits, and some a comma for the point. */
    private void textIsTheSameEverywhere() {
        rules.put(
                "what is formatted names its locale",
                noClasses()
                        .that(not(tests))
                        .and()
                        .resideOutsideOfPackage(root + ".benchmarks..")
                        .should()
                        .callMethod(String.class, "format", String.class, Object[].class)
                        .orShould()
                        .callMethod(String.class, "formatted", Object[].class)
                        .orShould()
                        .callMethod(String.class, "toLowerCase")
                        .orShould()
                        .callMethod(String.class, "toUpperCase"));
    }

    private void outputHasItsPlaces() {
        rules.put(
                "the embedded modules do not log",
                noClasses()
                        .that()
                        .resideInAnyPackage(in("domain", "research", "evaluation", "allocation"))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("org.slf4j..", "org.apache.logging..", "java.util.logging..")
                                        .or(nameMatching("java\\.lang\\.System\\$Logger.*"))));
        rules.put(
                "shipped code prints through the terminal only",
                noClasses()
                        .that(not(tests))
                        .and()
                        .resideOutsideOfPackages(root + ".app.wiring..", root + ".benchmarks..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"));
    }

    private void testsRun() {
        rules.put(
                "no test is switched off",
                noMethods()
                        .should()
                        .beAnnotatedWith(org.junit.jupiter.api.Disabled.class)
                        .orShould()
                        .beAnnotatedWith(net.jqwik.api.Disabled.class)
                        .orShould()
                        .beDeclaredInClassesThat(areSwitchedOff()));
        rules.put(
                "tests assume nothing, but for those that need recorded data",
                noClasses()
                        .that(not(areTagged("recorded")))
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.junit.jupiter.api.Assumptions")
                        .orShould()
                        .callMethodWhere(target(nameMatching("assumeThat.*"))));
        rules.put(
                "tests are named so that the build finds them",
                methods()
                        .that(areTests())
                        .and()
                        .areDeclaredInClassesThat(not(areAbstract()))
                        .should()
                        .beDeclaredInClassesThat(haveTheNameOfATest()));
    }

    private GivenClassesConjunction noneIn(String module) {
        return noClasses().that().resideInAPackage(root + "." + module + "..");
    }

    private String[] in(String... rooms) {
        return Stream.of(rooms).map(room -> root + "." + room + "..").toArray(String[]::new);
    }

    private ArchRule onlyDependOn(String module, String... others) {
        String[] allowed = Stream.concat(
                        Stream.of(in(module)),
                        Stream.concat(Stream.of(in(others)), Stream.of("java..", "org.jspecify..")))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .and(not(tests))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }

    private static DescribedPredicate<CodeUnitCallTarget> takes(Class<?> parameter) {
        return describe(
                "take " + parameter.getSimpleName(),
                target -> target.getRawParameterTypes().stream().anyMatch(each -> each.isEquivalentTo(parameter)));
    }

    private static DescribedPredicate<JavaClass> areSwitchedOff() {
        return belongTo(describe(
                "are switched off",
                each -> each.isAnnotatedWith(org.junit.jupiter.api.Disabled.class)
                        || each.isAnnotatedWith(net.jqwik.api.Disabled.class)));
    }

    private static DescribedPredicate<JavaClass> areTagged(String tag) {
        return describe(
                "are tagged " + tag,
                each -> each.tryGetAnnotationOfType(org.junit.jupiter.api.Tag.class)
                        .map(found -> found.value().equals(tag))
                        .orElse(false));
    }

    private static DescribedPredicate<JavaMethod> areTests() {
        return describe(
                "are tests", each -> each.isMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable"));
    }

    private static DescribedPredicate<JavaClass> areAbstract() {
        return describe("are abstract", each -> each.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    /** A class within a class is found with the outer one. */
    private static DescribedPredicate<JavaClass> haveTheNameOfATest() {
        return belongTo(nameMatching(".*(Test|Properties|IT)"));
    }
}
