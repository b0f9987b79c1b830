package dev.keyrack.contract.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;

/// A resource with everything that a guest or a provider may see of it.
public record Resource(
        ResourceId id,
        Site site,
        Grain grain,
        State state,
        ResourceTerms terms,
        List<RateRule> rates,
        List<StayRule> rules,
        Revision revision) {

    /// Whether it is on sale.
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED
    }

    public CurrencyUnit currency() {
        return site.currency();
    }

    public ZoneId timeZone() {
        return site.timeZone();
    }
}
