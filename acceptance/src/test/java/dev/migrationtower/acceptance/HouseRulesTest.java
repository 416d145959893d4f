package dev.migrationtower.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.migrationtower.events.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What neither the compiler nor the POMs can hold us to. */
@AnalyzeClasses(packages = "dev.migrationtower", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule whatDecidesTouchesNoFramework = noClasses()
            .that()
            .resideInAnyPackage("dev.migrationtower.core..", "dev.migrationtower.events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.micrometer..",
                    "io.quarkus..",
                    "io.smallrye..",
                    "io.vertx..",
                    "jakarta..",
                    "org.apache.kafka..",
                    "java.net.http..")
            .because("core and events are tried with new, and outlive a framework");

    @ArchTest
    static final ArchRule vendorDocumentsStayInTheirPackage = classes()
            .that()
            .haveSimpleNameEndingWith("Json")
            .and()
            .doNotBelongToAnyOf(Json.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("a vendor's document ends where its Reading begins");

    @ArchTest
    static final ArchRule whatAllServicesHaveInCommonKnowsNoneOfThem = noClasses()
            .that()
            .resideInAPackage("dev.migrationtower.service..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.migrationtower..")
                    .and(resideOutsideOfPackage("dev.migrationtower.service..")))
            .because("it is no drawer: what is there is so for all of them, and says nothing of migrations");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.migrationtower.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyAsksTheSystemForTheTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a Clock is passed in, so that tests can set it");

    /** The prefix of each, and what every one of them has under it. */
    @ArchTest
    static void probesCanBeLaidOverOneAnother(JavaClasses ours) {
        List<String> parts = List.of("Probe", "Api", "Settings", "Reading", "Failure", "Config", "Wiring");
        for (String probe : List.of("Datadog", "Http", "Ovh", "Scalingo")) {
            assertThat(names(ours, "probe." + probe.toLowerCase(Locale.ROOT)))
                    .containsAll(parts.stream().map(probe::concat).toList());
        }
        for (String vendor : List.of("Datadog", "Ovh", "Scalingo")) {
            assertThat(names(ours, "probe." + vendor.toLowerCase(Locale.ROOT))).contains(vendor + "Json");
        }
        assertThat(names(ours, "probe.monitors"))
                .contains("MonitorsProbe", "MonitorsApi", "MonitorsSettings", "MonitorsReading", "MonitorsFailure")
                .contains("MonitorsWiring", "MonitorsVendor");
        for (String vendor : List.of("Betterstack", "Freshping", "Uptimerobot")) {
            assertThat(names(ours, "probe." + vendor.toLowerCase(Locale.ROOT)))
                    .contains(vendor + "Api", vendor + "Config", vendor + "Json", vendor + "Vendor");
        }
    }

    private static List<String> names(JavaClasses ours, String name) {
        return ours.stream()
                .filter(one -> one.getPackageName().equals("dev.migrationtower." + name))
                .map(JavaClass::getSimpleName)
                .toList();
    }
}
