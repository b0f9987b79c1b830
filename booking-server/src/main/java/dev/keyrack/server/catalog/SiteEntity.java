package dev.keyrack.server.catalog;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.SiteId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;

/// A row of `site`.
@Entity
@Table(name = "site")
@SuppressWarnings("NullAway.Init")
class SiteEntity {

    @Id
    private String id;

    private String name;
    private String location;
    private BigDecimal latitude;
    private BigDecimal longitude;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(length = 3, columnDefinition = "char(3)")
    private String currency;

    @Column(name = "check_in_time")
    private LocalTime checkInTime;

    @Column(name = "hold_minutes")
    private int holdMinutes;

    protected SiteEntity() {}

    SiteEntity(Site site) {
        id = site.id().value();
        name = site.name();
        location = site.location();
        latitude = site.latitude();
        longitude = site.longitude();
        timeZone = site.timeZone().getId();
        currency = site.currency().getCode();
        checkInTime = site.checkInTime();
        holdMinutes = site.holdMinutes();
    }

    Site toSite() {
        return new Site(
                new SiteId(id),
                name,
                location,
                latitude,
                longitude,
                ZoneId.of(timeZone),
                CurrencyUnit.of(currency),
                checkInTime,
                holdMinutes);
    }
}
