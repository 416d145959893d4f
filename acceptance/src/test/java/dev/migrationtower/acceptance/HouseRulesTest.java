package dev.migrationtower.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.migrationtower.events.Json;
import java.time.Instant;

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
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.migrationtower.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyAsksTheSystemForTheTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a Clock is passed in, so that tests can set it");
}
