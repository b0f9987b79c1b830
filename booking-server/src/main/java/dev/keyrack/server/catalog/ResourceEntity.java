package dev.keyrack.server.catalog;

import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceRates;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.server.persistence.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/// A row of `resource`. Terms, rates and rules are kept as JSON: they are always read whole.
@Entity
@Table(name = "resource")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate fills and reads the fields
class ResourceEntity {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "site_id")
    private SiteEntity site;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private ResourceType type;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private Resource.State state;

    @Column(columnDefinition = "text")
    private String terms;

    @Column(columnDefinition = "text")
    private String rates;

    @Column(columnDefinition = "text")
    private String rules;

    private long revision;

    protected ResourceEntity() {}

    ResourceEntity(ResourceId id, SiteEntity site, ResourceTerms terms) {
        this.id = id.value();
        this.site = site;
        type = terms.type();
        state = Resource.State.OPEN;
        rates = "[]";
        rules = "[]";
        revision = Revision.FIRST.number();
        setTerms(terms);
    }

    private void setTerms(ResourceTerms changed) {
        name = changed.name();
        terms = Json.write(changed);
    }

    void change(ResourceTerms changed) {
        setTerms(changed);
        revision++;
    }

    void change(ResourceRates changed) {
        rates = Json.write(changed.rates());
        rules = Json.write(changed.rules());
        revision++;
    }

    void change(Resource.State changed) {
        state = changed;
        revision++;
    }

    Resource toResource() {
        return new Resource(
                new ResourceId(id),
                site.toSite(),
                type.grain(),
                state,
                Json.read(terms, ResourceTerms.class),
                Json.readList(rates, RateRule.class),
                Json.readList(rules, StayRule.class),
                new Revision(revision));
    }
}
