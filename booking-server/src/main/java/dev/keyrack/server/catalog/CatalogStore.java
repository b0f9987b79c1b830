package dev.keyrack.server.catalog;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.persistence.Transaction;
import java.util.List;
import java.util.Optional;

/// Sites, resources and units, through Hibernate.
final class CatalogStore {

    static final List<Class<?>> ENTITIES = List.of(SiteEntity.class, ResourceEntity.class, UnitEntity.class);

    Optional<SiteEntity> findSite(Transaction tx, SiteId id) {
        return Optional.ofNullable(tx.session().find(SiteEntity.class, id.value()));
    }

    Optional<ResourceEntity> findResource(Transaction tx, ResourceId id) {
        return Optional.ofNullable(tx.session().find(ResourceEntity.class, id.value()));
    }

    Optional<UnitEntity> findUnit(Transaction tx, UnitId id) {
        return Optional.ofNullable(tx.session().find(UnitEntity.class, id.value()));
    }

    List<SiteEntity> listSites(Transaction tx) {
        return tx.session()
                .createSelectionQuery("from SiteEntity order by name, id", SiteEntity.class)
                .getResultList();
    }

    List<ResourceEntity> listResources(Transaction tx) {
        return tx.session()
                .createSelectionQuery(
                        "from ResourceEntity r join fetch r.site order by r.name, r.id", ResourceEntity.class)
                .getResultList();
    }

    List<UnitEntity> listUnits(Transaction tx, ResourceId resource) {
        return tx.session()
                .createSelectionQuery("from UnitEntity where resourceId = :resource order by name", UnitEntity.class)
                .setParameter("resource", resource.value())
                .getResultList();
    }

    boolean hasUnitNamed(Transaction tx, ResourceId resource, String name) {
        return tx.session()
                        .createSelectionQuery(
                                "select count(*) from UnitEntity where resourceId = :resource and name = :name",
                                Long.class)
                        .setParameter("resource", resource.value())
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }

    void add(Transaction tx, Object entity) {
        tx.session().persist(entity);
    }
}
