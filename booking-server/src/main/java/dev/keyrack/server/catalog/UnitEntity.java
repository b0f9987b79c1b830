package dev.keyrack.server.catalog;

import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.UnitId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of `unit`.
@Entity
@Table(name = "unit")
@SuppressWarnings("NullAway.Init")
class UnitEntity {

    @Id
    private String id;

    @Column(name = "resource_id")
    private String resourceId;

    private String name;
    private boolean open;
    private long revision;

    protected UnitEntity() {}

    UnitEntity(UnitId id, ResourceId resource, UnitTerms terms) {
        this.id = id.value();
        resourceId = resource.value();
        name = terms.name();
        open = terms.open();
        revision = Revision.FIRST.number();
    }

    void change(UnitTerms terms) {
        name = terms.name();
        open = terms.open();
        revision++;
    }

    Unit toUnit() {
        return new Unit(new UnitId(id), new ResourceId(resourceId), name, open, new Revision(revision));
    }
}
