package dev.keyrack.server.catalog;

import dev.keyrack.contract.catalog.CreateResource;
import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceRates;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.media.MediaService;
import dev.keyrack.server.media.Picture;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.sync.ChangeFeed;
import dev.keyrack.server.sync.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is sold: read by everybody, decided by providers.
public final class CatalogService {

    /// The entities of this feature, for the database.
    public static final List<Class<?>> ENTITIES = CatalogStore.ENTITIES;

    private static final int MOST_IMAGES = 20;

    private final Database database;
    private final ChangeFeed feed;
    private final AuditLog audit;
    private final IdempotencyStore answers;
    private final MediaService media;
    private final CatalogStore store = new CatalogStore();
    private final Table<ResourceId, Resource> resources =
            Table.question("resource", (tx, id) -> store.findResource(tx, id).map(ResourceEntity::toResource));
    private final List<CapacityListener> listeners = new ArrayList<>();

    public CatalogService(
            Database database, ChangeFeed feed, AuditLog audit, IdempotencyStore answers, MediaService media) {
        this.database = database;
        this.feed = feed;
        this.audit = audit;
        this.answers = answers;
        this.media = media;
    }

    /// Tells of every change of a resource that may change its capacity. Called before the server starts.
    public void onCapacityChange(CapacityListener listener) {
        listeners.add(listener);
    }

    /// @throws ProblemException UNKNOWN_RESOURCE if there is none
    public Resource getResource(Transaction tx, ResourceId id) {
        return tx.get(resources, id).orElseThrow(() -> unknown(id));
    }

    public List<Resource> listResources(Transaction tx) {
        return store.listResources(tx).stream().map(ResourceEntity::toResource).toList();
    }

    /// @throws ProblemException NOT_FOUND if there is none
    public Unit getUnit(Transaction tx, UnitId id) {
        return store.findUnit(tx, id).orElseThrow(CatalogService::noUnit).toUnit();
    }

    /// A unit of a resource.
    ///
    /// @throws ProblemException NOT_FOUND if there is none, or it is another resource's
    public Unit getUnitOf(Transaction tx, ResourceId resource, UnitId id) {
        Unit unit = getUnit(tx, id);
        if (!unit.resourceId().equals(resource)) {
            throw noUnit();
        }
        return unit;
    }

    public List<Unit> listUnits(Transaction tx, ResourceId resource) {
        return store.listUnits(tx, resource).stream().map(UnitEntity::toUnit).toList();
    }

    Resource getResource(ResourceId id) {
        return database.read(tx -> getResource(tx, id));
    }

    public List<Site> listSites() {
        return database.read(
                tx -> store.listSites(tx).stream().map(SiteEntity::toSite).toList());
    }

    List<Unit> listUnits(Caller caller, ResourceId resource) {
        return database.read(tx -> {
            requireOwn(tx, caller, Action.READ_UNITS, resource);
            return listUnits(tx, resource);
        });
    }

    /// Adds a site.
    public void addSite(Transaction tx, Site site) {
        if (store.findSite(tx, site.id()).isPresent()) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is a site " + site.id() + ".");
        }
        store.add(tx, new SiteEntity(site));
        feed.put(tx, ChangeFeed.CATALOG, new Changed("site", site.id().value(), 1, site));
    }

    /// Adds a resource at a site.
    public Resource addResource(Transaction tx, ResourceId id, SiteId siteId, ResourceTerms terms) {
        SiteEntity site = store.findSite(tx, siteId)
                .orElseThrow(() -> ProblemException.malformed("siteId", "there is no such site"));
        ResourceEntity entity = new ResourceEntity(id, site, terms);
        store.add(tx, entity);
        return publish(tx, entity.toResource());
    }

    /// Replaces the rates and rules of a resource.
    public Resource setRates(Transaction tx, ResourceId id, ResourceRates rates) {
        ResourceEntity entity = store.findResource(tx, id).orElseThrow(() -> unknown(id));
        entity.change(rates);
        return publish(tx, entity.toResource());
    }

    /// Adds a unit to a resource.
    public Unit addUnit(Transaction tx, UnitId id, ResourceId resource, UnitTerms terms) {
        if (store.hasUnitNamed(tx, resource, terms.name())) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is a unit " + terms.name() + " already.");
        }
        UnitEntity entity = new UnitEntity(id, resource, terms);
        store.add(tx, entity);
        return publish(tx, entity.toUnit());
    }

    private Resource publish(Transaction tx, Resource resource) {
        tx.forget(resources);
        feed.put(
                tx,
                ChangeFeed.CATALOG,
                new Changed(
                        "resource", resource.id().value(), resource.revision().number(), resource));
        return resource;
    }

    private Unit publish(Transaction tx, Unit unit) {
        feed.put(
                tx,
                ChangeFeed.CATALOG,
                new Changed("unit", unit.id().value(), unit.revision().number(), unit));
        return unit;
    }

    Answer createSite(Caller caller, Site site, @Nullable IdempotencyKey key) {
        return answers.once(key, tx -> {
            addSite(tx, site);
            audit.record(
                    tx,
                    caller,
                    Act.of("site.created", site.id().value(), site.name()).at(site.id()));
            return Answer.of(201, site);
        });
    }

    Answer createResource(Caller caller, CreateResource request, @Nullable IdempotencyKey key) {
        if (!caller.may(Action.CREATE_RESOURCE, request.siteId())) {
            throw ProblemException.malformed("siteId", "there is no such site");
        }
        return answers.once(key, tx -> {
            Resource created = addResource(tx, ResourceId.random(), request.siteId(), request.terms());
            audit.record(
                    tx,
                    caller,
                    act("resource.created", created, created.terms().name()).changed(null, Decided.of(created)));
            return Answer.of(201, created);
        });
    }

    Resource changeTerms(Caller caller, ResourceId id, Revision expected, ResourceTerms terms) {
        return change(caller, Action.CHANGE_RESOURCE, id, expected, "resource.changed", entity -> {
            ResourceTerms before = entity.toResource().terms();
            boolean bent = before.type() != terms.type()
                    || before.stepMinutes() != terms.stepMinutes()
                    || before.bufferBeforeMinutes() != terms.bufferBeforeMinutes()
                    || before.bufferAfterMinutes() != terms.bufferAfterMinutes();
            if (bent) {
                throw ProblemException.malformed("type", "type, steps and buffers stay as they were created");
            }
            entity.change(terms);
        });
    }

    Resource changeRates(Caller caller, ResourceId id, Revision expected, ResourceRates rates) {
        return change(
                caller, Action.CHANGE_RATES, id, expected, "resource.rates-changed", entity -> entity.change(rates));
    }

    Resource changeState(Caller caller, ResourceId id, Revision expected, Resource.State state) {
        return change(
                caller, Action.CHANGE_RESOURCE, id, expected, "resource.state-changed", entity -> entity.change(state));
    }

    /// Adds a picture after those that are there.
    Resource addImage(Caller caller, ResourceId id, byte[] content) {
        database.read(tx -> {
            requireOwn(tx, caller, Action.CHANGE_RESOURCE, id);
            return true;
        });
        Picture picture = media.read(content);
        return database.write(tx -> {
            requireOwn(tx, caller, Action.CHANGE_RESOURCE, id);
            ResourceEntity entity = store.findResource(tx, id).orElseThrow(() -> unknown(id));
            List<String> images = new ArrayList<>(entity.toResource().terms().images());
            if (images.size() >= MOST_IMAGES) {
                throw ProblemException.malformed("image", "expected at most " + MOST_IMAGES + " pictures");
            }
            String path = media.newPath(picture);
            media.add(tx, id, path, picture);
            images.add(path);
            return setImages(tx, caller, entity, images);
        });
    }

    Resource removeImage(Caller caller, ResourceId id, String path) {
        return database.write(tx -> {
            requireOwn(tx, caller, Action.CHANGE_RESOURCE, id);
            ResourceEntity entity = store.findResource(tx, id).orElseThrow(() -> unknown(id));
            List<String> images = new ArrayList<>(entity.toResource().terms().images());
            boolean kept = media.remove(tx, id, path);
            if (!images.remove(path) && !kept) {
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no such picture.");
            }
            return setImages(tx, caller, entity, images);
        });
    }

    private Resource setImages(Transaction tx, Caller caller, ResourceEntity entity, List<String> images) {
        entity.change(entity.toResource().terms().withImages(images));
        Resource after = publish(tx, entity.toResource());
        audit.record(tx, caller, act("resource.images-changed", after, images.size() + " pictures"));
        return after;
    }

    private Resource change(
            Caller caller,
            Action action,
            ResourceId id,
            Revision expected,
            String event,
            Consumer<ResourceEntity> change) {
        return database.write(tx -> {
            requireOwn(tx, caller, action, id);
            ResourceEntity entity = store.findResource(tx, id).orElseThrow(() -> unknown(id));
            Resource before = entity.toResource();
            requireRevision(before.revision(), expected, before);
            change.accept(entity);
            Resource after = publish(tx, entity.toResource());
            listeners.forEach(listener -> listener.capacityChanged(tx, after));
            audit.record(
                    tx,
                    caller,
                    act(event, after, "revision " + after.revision().number())
                            .changed(Decided.of(before), Decided.of(after)));
            return after;
        });
    }

    /// What a provider decides about a resource.
    private record Decided(Resource.State state, ResourceTerms terms, List<RateRule> rates, List<StayRule> rules) {

        static Decided of(Resource resource) {
            return new Decided(resource.state(), resource.terms(), resource.rates(), resource.rules());
        }
    }

    private static Act act(String action, Resource resource, String detail) {
        return Act.of(action, resource.id().value(), detail).at(resource.site().id());
    }

    private Act act(Transaction tx, String action, Unit unit) {
        return Act.of(action, unit.id().value(), unit.name())
                .at(getResource(tx, unit.resourceId()).site().id());
    }

    Answer createUnit(Caller caller, ResourceId resource, UnitTerms terms, @Nullable IdempotencyKey key) {
        return answers.once(key, tx -> {
            requireOwn(tx, caller, Action.CHANGE_UNITS, resource);
            Unit created = addUnit(tx, UnitId.random(), resource, terms);
            audit.record(tx, caller, act(tx, "unit.created", created).changed(null, terms));
            return Answer.of(201, created);
        });
    }

    Unit changeUnit(Caller caller, UnitId id, Revision expected, UnitTerms terms) {
        return database.write(tx -> {
            UnitEntity entity = store.findUnit(tx, id).orElseThrow(CatalogService::noUnit);
            Unit before = requireOwn(tx, caller, Action.CHANGE_UNITS, entity.toUnit());
            requireRevision(before.revision(), expected, before);
            if (!before.name().equals(terms.name()) && store.hasUnitNamed(tx, before.resourceId(), terms.name())) {
                throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is a unit " + terms.name() + " already.");
            }
            entity.change(terms);
            Unit after = publish(tx, entity.toUnit());
            audit.record(
                    tx,
                    caller,
                    act(tx, "unit.changed", after).changed(new UnitTerms(before.name(), before.open()), terms));
            return after;
        });
    }

    Unit getUnit(Caller caller, UnitId id) {
        return database.read(tx -> requireOwn(tx, caller, Action.READ_UNITS, getUnit(tx, id)));
    }

    /// A unit of another site looks as if it were not there.
    private Unit requireOwn(Transaction tx, Caller caller, Action action, Unit unit) {
        if (!caller.may(action, getResource(tx, unit.resourceId()).site().id())) {
            throw noUnit();
        }
        return unit;
    }

    private void requireOwn(Transaction tx, Caller caller, Action action, ResourceId id) {
        Resource resource = getResource(tx, id);
        if (!caller.may(action, resource.site().id())) {
            throw unknown(id);
        }
    }

    private static void requireRevision(Revision present, Revision expected, Object current) {
        if (!present.equals(expected)) {
            throw new ProblemException(
                    Problem.of(ProblemType.STALE_REVISION, "It is at revision " + present.number() + ".")
                            .withCurrent(current));
        }
    }

    /// How a resource is refused that is not there, or out of the caller's reach.
    public static ProblemException unknown(ResourceId id) {
        return new ProblemException(ProblemType.UNKNOWN_RESOURCE, "There is no resource " + id + ".");
    }

    private static ProblemException noUnit() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such unit.");
    }
}
