package io.argus.app.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules of docs/architecture.md, each under the sentence that it is. */
final class HouseRules {

    private static final String DOMAIN = "io.argus.domain..";
    private static final String EVALUATION = "io.argus.evaluation..";
    private static final String ALLOCATION = "io.argus.allocation..";
    private static final String REPLAY = "io.argus.replay..";
    private static final String CONNECTORS = "io.argus.connectors..";
    private static final String APP = "io.argus.app..";

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("the domain depends on the JDK alone", onlyDependOn(DOMAIN, DOMAIN));
        rules.put("evaluation depends on the domain alone", onlyDependOn(EVALUATION, EVALUATION, DOMAIN));
        rules.put("allocation depends on the domain alone", onlyDependOn(ALLOCATION, ALLOCATION, DOMAIN));
        rules.put(
                "replay knows the domain and evaluation, and no other module",
                noClasses()
                        .that()
                        .resideInAPackage(REPLAY)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ALLOCATION, CONNECTORS, APP));
        rules.put(
                "connectors know the domain, and no other module",
                noClasses()
                        .that()
                        .resideInAPackage(CONNECTORS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ALLOCATION, EVALUATION, REPLAY, APP));
        rules.put(
                "adapters are named in the wiring only, but for atomic files",
                noClasses()
                        .that()
                        .resideInAPackage(APP)
                        .and()
                        .resideOutsideOfPackage("io.argus.app.wiring..")
                        .should()
                        .dependOnClassesThat(resideInAPackage(CONNECTORS)
                                .and(not(nameMatching("io\\.argus\\.connectors\\.file\\.AtomicFiles.*")))));
        rules.put(
                "the inside of replay is not called from the app",
                noClasses()
                        .that()
                        .resideInAPackage(APP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "io.argus.replay.engine..",
                                "io.argus.replay.execution..",
                                "io.argus.replay.account.."));
        rules.put(
                "injection is the app's business alone",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(APP)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject.."));
        rules.put(
                "threads and executors are made in app.runtime only",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.argus.app.runtime..")
                        .should()
                        .callConstructorWhere(target(owner(type(Thread.class))))
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.concurrent.Executors"));
        rules.put(
                "nothing in the domain knows its ports",
                noClasses()
                        .that()
                        .resideInAPackage(DOMAIN)
                        .and()
                        .resideOutsideOfPackages("io.argus.domain.port..", "io.argus.domain.testing..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.argus.domain.port.."));
        rules.put(
                "packages do not depend on each other in circles",
                slices().matching("io.argus.(**)").should().beFreeOfCycles());
        rules.put(
                "time and chance are injected",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.argus.app.wiring..")
                        .should()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callConstructor(java.util.Random.class));
        rules.put(
                "nothing sleeps",
                noClasses()
                        .should()
                        .callMethodWhere(target(owner(type(Thread.class))).and(target(nameMatching("sleep")))));
        rules.put(
                "old dates are not used",
                noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date"));
        rules.put(
                "functions that differ between machines are taken from StrictMath",
                noClasses()
                        .that(not(inTests()))
                        .should()
                        .callMethodWhere(
                                target(owner(type(Math.class)))
                                        .and(
                                                target(
                                                        nameMatching(
                                                                "exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot")))));
        rules.put(
                "the embedded modules do not log",
                noClasses()
                        .that()
                        .resideInAnyPackage(DOMAIN, EVALUATION, ALLOCATION)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.slf4j..", "java.util.logging.."));
        rules.put(
                "no test is switched off",
                methods()
                        .should()
                        .notBeAnnotatedWith(org.junit.jupiter.api.Disabled.class)
                        .andShould()
                        .notBeAnnotatedWith(net.jqwik.api.Disabled.class)
                        .andShould()
                        .beDeclaredInClassesThat(areNotSwitchedOff()));
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
                        .areDeclaredInClassesThat(areNotAbstract())
                        .should()
                        .beDeclaredInClassesThat(haveTheNameOfATest()));
        return rules;
    }

    private static ArchRule onlyDependOn(String module, String... allowed) {
        DescribedPredicate<JavaClass> own = resideInAnyPackage(allowed);
        return classes()
                .that()
                .resideInAPackage(module)
                .and(not(inTests()))
                .should()
                .onlyDependOnClassesThat(own.or(resideInAnyPackage("java..")));
    }

    private static DescribedPredicate<JavaClass> areNotSwitchedOff() {
        return not(JavaClass.Predicates.belongTo(DescribedPredicate.describe(
                "are switched off",
                each -> each.isAnnotatedWith(org.junit.jupiter.api.Disabled.class)
                        || each.isAnnotatedWith(net.jqwik.api.Disabled.class))));
    }

    private static DescribedPredicate<JavaClass> areTagged(String tag) {
        return DescribedPredicate.describe(
                "are tagged " + tag,
                each -> each.tryGetAnnotationOfType(org.junit.jupiter.api.Tag.class)
                        .map(found -> found.value().equals(tag))
                        .orElse(false));
    }

    private static DescribedPredicate<JavaMethod> areTests() {
        return DescribedPredicate.describe(
                "are tests", each -> each.isMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable"));
    }

    private static DescribedPredicate<JavaClass> areNotAbstract() {
        return DescribedPredicate.describe(
                "are not abstract", each -> !each.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    /** A class within a class is found with the outer one. */
    private static DescribedPredicate<JavaClass> haveTheNameOfATest() {
        return JavaClass.Predicates.belongTo(nameMatching(".*(Test|Properties|IT)"));
    }

    /** Where a class file came from tells whether it is shipped. */
    private static DescribedPredicate<JavaClass> inTests() {
        return DescribedPredicate.describe(
                "are tests",
                each -> each.getSource()
                        .map(source -> source.getUri().toString().contains("/test-classes/"))
                        .orElse(false));
    }
}
