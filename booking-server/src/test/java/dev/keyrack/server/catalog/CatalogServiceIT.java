package dev.keyrack.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyrack.contract.catalog.CreateResource;
import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceRates;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.media.MediaService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.rig.ResourceBuilder;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.sync.ChangeFeed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogServiceIT {

    private static final Caller ADMIN = new Caller(new UserId("usr_admin"), Role.PROVIDER_ADMIN, null);
    private static final Caller OWN = new Caller(new UserId("usr_own"), Role.MANAGER, Sample.SITE);
    private static final Caller FOREIGN = new Caller(new UserId("usr_other"), Role.MANAGER, new SiteId("sit_other"));
    private static final RateRule SUMMER = new RateRule(
            "summer",
            LocalDate.of(2027, 6, 1),
            LocalDate.of(2027, 8, 31),
            Set.of(DayOfWeek.FRIDAY),
            2,
            new BigDecimal("120.50"),
            null);
    private static final ResourceRates RATES = new ResourceRates(
            List.of(SUMMER), List.of(new StayRule(null, null, Set.of(), 2, 14, true, false, false, 1, "works")));

    @TempDir
    Path folder;

    private Database database;
    private CatalogService catalog;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder, Durability.DISK, CatalogService.ENTITIES);
        Clock clock = Clock.systemUTC();
        catalog = new CatalogService(
                database,
                new ChangeFeed(),
                new AuditLog(clock),
                new IdempotencyStore(database, clock),
                new MediaService(database, clock));
        catalog.createSite(ADMIN, ResourceBuilder.aRoom().site(), null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Resource create(ResourceBuilder wanted) {
        Answer answer = catalog.createResource(OWN, new CreateResource(Sample.SITE, wanted.terms()), null);
        assertThat(answer.status()).isEqualTo(201);
        return Json.read(answer.json(), Resource.class);
    }

    private Unit createUnit(ResourceId resource, String name) {
        Answer answer = catalog.createUnit(OWN, resource, new UnitTerms(name, true), null);
        return Json.read(answer.json(), Unit.class);
    }

    private static void assertRefused(ThrowingCallable work, ProblemType expected) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(work)
                .satisfies(e -> assertThat(e.problem().type()).isEqualTo(expected));
    }

    private static Problem refusal(ThrowingCallable work) {
        return catchThrowableOfType(ProblemException.class, work).problem();
    }

    private List<String> feed() {
        return database.read(tx -> tx.list(
                "select type, record_id, version from feed_change where scope = ? order by seq",
                row -> row.text("type") + " " + row.text("record_id") + " " + row.number("version"),
                ChangeFeed.CATALOG));
    }

    private List<String> audit() {
        return database.read(tx -> tx.list(
                "select actor_id, action, subject_id from audit_entry order by seq",
                row -> row.text("actor_id") + " " + row.text("action") + " " + row.text("subject_id")));
    }

    @Test
    void keepsWhatWasCreatedAndChanged() {
        Resource created = create(ResourceBuilder.anAppointment().bufferAfter(30));
        Resource changed = catalog.changeRates(OWN, created.id(), Revision.FIRST, RATES);

        assertThat(created.revision()).isEqualTo(Revision.FIRST);
        assertThat(catalog.getResource(created.id()))
                .isEqualTo(changed)
                .returns(created.terms(), Resource::terms)
                .returns(RATES.rates(), Resource::rates)
                .returns(RATES.rules(), Resource::rules)
                .returns(new Revision(2), Resource::revision);
        assertThat(catalog.listSites()).containsExactly(ResourceBuilder.aRoom().site());
    }

    @Test
    void publishesAndAuditsEveryChange() {
        ResourceId id = create(ResourceBuilder.aRoom()).id();
        catalog.changeTerms(
                OWN, id, Revision.FIRST, ResourceBuilder.aRoom().at("90").terms());
        catalog.changeRates(OWN, id, new Revision(2), RATES);
        catalog.changeState(OWN, id, new Revision(3), Resource.State.CLOSED);
        catalog.changeState(OWN, id, new Revision(4), Resource.State.OPEN);
        UnitId unit = createUnit(id, "101").id();
        catalog.changeUnit(OWN, unit, Revision.FIRST, new UnitTerms("101", false));

        assertThat(feed())
                .containsExactly(
                        "site sit_test 1",
                        "resource " + id + " 1",
                        "resource " + id + " 2",
                        "resource " + id + " 3",
                        "resource " + id + " 4",
                        "resource " + id + " 5",
                        "unit " + unit + " 1",
                        "unit " + unit + " 2");
        assertThat(audit())
                .containsExactly(
                        "usr_admin site.created sit_test",
                        "usr_own resource.created " + id,
                        "usr_own resource.changed " + id,
                        "usr_own resource.rates-changed " + id,
                        "usr_own resource.state-changed " + id,
                        "usr_own resource.state-changed " + id,
                        "usr_own unit.created " + unit,
                        "usr_own unit.changed " + unit);
    }

    @Test
    void showsAForeignResourceAsAbsent() {
        ResourceId id = create(ResourceBuilder.aRoom()).id();
        var terms = ResourceBuilder.aRoom().terms();

        assertRefused(() -> catalog.changeTerms(FOREIGN, id, Revision.FIRST, terms), ProblemType.UNKNOWN_RESOURCE);
        assertRefused(() -> catalog.changeRates(FOREIGN, id, Revision.FIRST, RATES), ProblemType.UNKNOWN_RESOURCE);
        assertRefused(
                () -> catalog.changeState(FOREIGN, id, Revision.FIRST, Resource.State.CLOSED),
                ProblemType.UNKNOWN_RESOURCE);
        assertRefused(() -> catalog.listUnits(FOREIGN, id), ProblemType.UNKNOWN_RESOURCE);
        assertRefused(
                () -> catalog.createUnit(FOREIGN, id, new UnitTerms("102", true), null), ProblemType.UNKNOWN_RESOURCE);
        assertRefused(
                () -> catalog.createResource(FOREIGN, new CreateResource(Sample.SITE, terms), null),
                ProblemType.MALFORMED_BODY);
    }

    @Test
    void showsAForeignUnitExactlyAsAnAbsentOne() {
        UnitId unit = createUnit(create(ResourceBuilder.aRoom()).id(), "101").id();
        UnitId absent = UnitId.random();
        UnitTerms terms = new UnitTerms("102", true);

        assertThat(refusal(() -> catalog.getUnit(FOREIGN, unit)))
                .isEqualTo(refusal(() -> catalog.getUnit(FOREIGN, absent)));
        assertThat(refusal(() -> catalog.changeUnit(FOREIGN, unit, Revision.FIRST, terms)))
                .isEqualTo(refusal(() -> catalog.changeUnit(FOREIGN, absent, Revision.FIRST, terms)));
        assertThat(catalog.getUnit(OWN, unit).name()).isEqualTo("101");
    }

    @Test
    void refusesAStaleRevisionAndShowsTheRecord() {
        Resource created = create(ResourceBuilder.aRoom());
        Resource changed = catalog.changeRates(OWN, created.id(), Revision.FIRST, RATES);

        Problem problem = refusal(() -> catalog.changeState(OWN, created.id(), Revision.FIRST, Resource.State.CLOSED));

        assertThat(problem.type()).isEqualTo(ProblemType.STALE_REVISION);
        assertThat(problem.current()).isEqualTo(changed);
        assertThat(catalog.getResource(created.id())).isEqualTo(changed);
    }

    @Test
    void refusesToBendWhatIsOnTheCalendarAlready() {
        ResourceId id = create(ResourceBuilder.anAppointment()).id();
        var room = ResourceBuilder.aRoom().terms();
        var buffered = ResourceBuilder.anAppointment().bufferAfter(30).terms();

        assertRefused(() -> catalog.changeTerms(OWN, id, Revision.FIRST, room), ProblemType.MALFORMED_BODY);
        assertRefused(() -> catalog.changeTerms(OWN, id, Revision.FIRST, buffered), ProblemType.MALFORMED_BODY);
    }

    @Test
    void keepsNothingOfAChangeThatTheListenerRefuses() {
        Resource created = create(ResourceBuilder.aRoom().capacity(5));
        catalog.onCapacityChange((tx, changed) -> {
            assertThat(changed.terms().capacity()).isEqualTo(1);
            throw new ProblemException(ProblemType.SOLD_OUT, "3 are taken.");
        });
        List<String> news = feed();
        List<String> deeds = audit();
        var smaller = ResourceBuilder.aRoom().capacity(1).terms();

        assertRefused(() -> catalog.changeTerms(OWN, created.id(), Revision.FIRST, smaller), ProblemType.SOLD_OUT);

        assertThat(catalog.getResource(created.id())).isEqualTo(created);
        assertThat(feed()).isEqualTo(news);
        assertThat(audit()).isEqualTo(deeds);
    }

    @Test
    void answersARepeatedRequestTheSame() {
        IdempotencyKey key = new IdempotencyKey(OWN, "POST api/v1/resources", "one", "hash");
        IdempotencyKey reused = new IdempotencyKey(OWN, key.route(), key.key(), "other");
        CreateResource request =
                new CreateResource(Sample.SITE, ResourceBuilder.aRoom().terms());

        Answer first = catalog.createResource(OWN, request, key);

        assertThat(catalog.createResource(OWN, request, key)).isEqualTo(first);
        assertRefused(() -> catalog.createResource(OWN, request, reused), ProblemType.KEY_REUSED);
        List<Resource> all = database.read(catalog::listResources);
        assertThat(all).hasSize(1);
    }

    @Test
    void refusesASecondUnitOfTheSameName() {
        ResourceId id = create(ResourceBuilder.aRoom()).id();
        createUnit(id, "101");
        UnitId other = createUnit(id, "102").id();
        UnitTerms taken = new UnitTerms("101", true);

        assertRefused(() -> catalog.createUnit(OWN, id, taken, null), ProblemType.ALREADY_EXISTS);
        assertRefused(() -> catalog.changeUnit(OWN, other, Revision.FIRST, taken), ProblemType.ALREADY_EXISTS);
        assertThat(catalog.listUnits(OWN, id)).extracting(Unit::name).containsExactly("101", "102");
    }

    @Test
    void refusesASiteThatIsThere() {
        var site = ResourceBuilder.aRoom().site();

        assertRefused(() -> catalog.createSite(ADMIN, site, null), ProblemType.ALREADY_EXISTS);
    }

    @Test
    void takesManyRowsInOneTransaction() {
        database.write(tx -> {
            for (int type = 0; type < 20; type++) {
                ResourceId id = new ResourceId("res_" + type);
                catalog.addResource(tx, id, Sample.SITE, ResourceBuilder.aRoom().terms());
                catalog.setRates(tx, id, RATES);
                String name = "unt_" + type + "n";
                IntStream.range(0, 20)
                        .forEach(room ->
                                catalog.addUnit(tx, new UnitId(name + room), id, new UnitTerms("Room " + room, true)));
            }
            return true;
        });

        List<Resource> all = database.read(catalog::listResources);
        List<Unit> units = database.read(tx -> catalog.listUnits(tx, new ResourceId("res_19")));
        assertThat(all).hasSize(20).allSatisfy(one -> assertThat(one.rates()).containsExactly(SUMMER));
        assertThat(units).hasSize(20);
    }
}
