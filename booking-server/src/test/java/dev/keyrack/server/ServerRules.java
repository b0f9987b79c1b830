package dev.keyrack.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import dev.keyrack.house.HouseRules;
import java.util.List;

/// The rules that only a server can break.
final class ServerRules {

    private static final String HTTP = "dev.keyrack.server.http";
    private static final String PERSISTENCE = "dev.keyrack.server.persistence";

    private ServerRules() {}

    static List<ArchRule> all() {
        return List.of(
                restStaysInEndpoints(),
                ormStaysInStores(),
                entitiesAreNotPublic(),
                endpointsKnowNoEntity(),
                endpointsNameTheirAction());
    }

    static ArchRule restStaysInEndpoints() {
        return HouseRules.only(
                "JAX-RS stays in endpoints, the http package and the assembly",
                in(HTTP).or(HouseRules.outermostNamed("Endpoint", "ServerAssembly")),
                "jakarta.ws.rs..",
                "org.glassfish.jersey..");
    }

    static ArchRule ormStaysInStores() {
        return HouseRules.only(
                "persistence annotations and Hibernate stay in entities, stores and the persistence package",
                in(PERSISTENCE).or(HouseRules.outermostNamed("Entity", "Store")),
                "jakarta.persistence..",
                "org.hibernate..");
    }

    static ArchRule entitiesAreNotPublic() {
        return classes().that().haveSimpleNameEndingWith("Entity").should().notBePublic();
    }

    static ArchRule endpointsKnowNoEntity() {
        return noClasses()
                .that(HouseRules.outermostNamed("Endpoint"))
                .should()
                .dependOnClassesThat(HouseRules.outermostNamed("Entity"));
    }

    static ArchRule endpointsNameTheirAction() {
        return methods()
                .that(DescribedPredicate.describe(
                        "answer HTTP", (JavaMethod method) -> method.isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")))
                .should()
                .beAnnotatedWith(HTTP + ".Allowed");
    }

    private static DescribedPredicate<JavaClass> in(String name) {
        return HouseRules.named(
                "reside in " + name, type -> type.getPackageName().equals(name));
    }
}
