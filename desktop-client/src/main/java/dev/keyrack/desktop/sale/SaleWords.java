package dev.keyrack.desktop.sale;

import dev.keyrack.client.sale.Sale;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.problem.Alternative;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// Refusals, money and prices in the words of one language.
public record SaleWords(Messages messages) {

    /// Why the server will not.
    public String refusal(ProblemType type) {
        return switch (type) {
            case SOLD_OUT -> messages.text("sale.refusal.soldout");
            case UNIT_TAKEN -> messages.text("sale.refusal.unit");
            case CHANGED_MEANWHILE -> messages.text("sale.refusal.changed");
            case STALE_REVISION -> messages.text("sale.refusal.stale");
            case WRONG_STATUS -> messages.text("sale.refusal.status");
            case HOLD_EXPIRED -> messages.text("sale.refusal.expired");
            case PAST_DATE -> messages.text("sale.refusal.past");
            case CLOSED -> messages.text("sale.refusal.closed");
            case MINIMUM_STAY -> messages.text("sale.refusal.short");
            case MAXIMUM_STAY -> messages.text("sale.refusal.long");
            case CLOSED_TO_ARRIVAL -> messages.text("sale.refusal.arrival");
            case CLOSED_TO_DEPARTURE -> messages.text("sale.refusal.departure");
            case LEAD_TIME -> messages.text("sale.refusal.late");
            case BOOKING_WINDOW -> messages.text("sale.refusal.early");
            case TOO_MANY_GUESTS -> messages.text("sale.refusal.guests");
            case PAYMENT_DECLINED -> messages.text("sale.refusal.declined");
            case FORBIDDEN -> messages.text("sale.refusal.forbidden");
            case UNAUTHENTICATED -> messages.text("sale.refusal.signedout");
            case TOO_MANY_REQUESTS, BUSY -> messages.text("sale.refusal.busy");
            default -> messages.text("sale.refusal.other");
        };
    }

    public String silence() {
        return messages.text("sale.refusal.silence");
    }

    /// Why the card was not taken, and that no money moved.
    public String notPaid(SaleOutcome.NotPaid.Reason reason) {
        return switch (reason) {
            case DECLINED -> messages.text("sale.money.declined");
            case CANCELLED -> messages.text("sale.money.cancelled");
            case BUSY -> messages.text("sale.money.busy");
        };
    }

    /// Where the guest's money is after a refusal.
    public String money(SaleOutcome.Money money) {
        return switch (money) {
            case NEVER_TAKEN -> messages.text("sale.money.never");
            case GIVEN_BACK -> messages.text("sale.money.back");
            case ON_ITS_WAY_BACK -> messages.text("sale.money.returning");
        };
    }

    /// What is known while terminal or server are silent.
    public String open(Sale.State state) {
        return switch (state) {
            case PAYING -> messages.text("sale.money.terminal");
            case PAID -> messages.text("sale.money.server");
            case REVERSING -> messages.text("sale.money.returning");
        };
    }

    /// That a card or cash was taken.
    public String taken(@Nullable String card) {
        return card == null ? messages.text("sale.money.cash") : messages.text("sale.money.card", card);
    }

    /// What cancelling costs, by the clock of the place and not by what is sold.
    private String policy(Site site, CancellationPolicy policy, Period sold, Instant now) {
        Instant end = policy.freeUntil(site.startOf(sold));
        if (policy.feePercent() == 0) {
            return messages.text("sale.policy.always");
        }
        return end.isAfter(now)
                ? messages.text(
                        "sale.policy.free",
                        new Dates(messages.locale()).moment(end, site.timeZone()),
                        policy.feePercent())
                : messages.text("sale.policy.late", policy.feePercent());
    }

    public String priceLine(PriceLine line) {
        String name = line.date().map(new Dates(messages.locale())::day).orElse(line.text());
        return line.included() ? messages.text("sale.price.included", name) : name;
    }

    public String amount(BigDecimal amount, CurrencyUnit currency) {
        return new Amounts(messages.locale()).format(amount, currency);
    }

    /// The dates of a stay, or day and time of what has one.
    String when(String start, String end, ZoneId zone) {
        Dates dates = new Dates(messages.locale());
        return switch (Period.parse(start, end)) {
            case StayRange nights -> dates.range(nights.checkIn(), nights.checkOut());
            case TimeRange time -> dates.moment(time.start(), zone) + " – " + dates.time(time.end(), zone);
        };
    }

    /// What is offered, by the name that tells it from the others.
    String name(Offer offer) {
        TimeRange time = offer.time();
        String name = offer.resource().terms().name();
        return time == null
                ? name
                : when(time.startText(), time.endText(), offer.resource().timeZone());
    }

    /// How much is left; for what has a time, of what.
    String left(Offer offer) {
        String left = messages.text("sale.offer.left", offer.left());
        String name = offer.resource().terms().name();
        return switch (offer.resource().grain()) {
            case NIGHT -> left;
            case TIME -> name;
            case OCCURRENCE -> name + " · " + left;
        };
    }

    String none(Grain grain) {
        return switch (grain) {
            case NIGHT -> messages.text("sale.offer.none");
            case TIME -> messages.text("sale.offer.notime");
            case OCCURRENCE -> messages.text("sale.offer.noperformance");
        };
    }

    /// What is asked for, which depends on what is sold.
    ///
    /// @param later how one pays when the guest comes
    /// @param ofNights whether it has a last day, people and a unit
    /// @param ofMany whether more than one is sold at a time
    record Form(
            String title,
            String from,
            String quantity,
            String offers,
            String later,
            boolean ofNights,
            boolean ofMany) {}

    Form form(Grain grain) {
        return switch (grain) {
            case NIGHT ->
                new Form(
                        messages.text("sale.stay.title"),
                        messages.text("sale.stay.from"),
                        messages.text("sale.stay.rooms"),
                        messages.text("sale.offer.title"),
                        messages.text("sale.pay.arrival"),
                        true,
                        true);
            case TIME ->
                new Form(
                        messages.text("sale.stay.appointment"),
                        messages.text("sale.stay.day"),
                        messages.text("sale.stay.rooms"),
                        messages.text("sale.offer.times"),
                        messages.text("sale.pay.appointment"),
                        false,
                        false);
            case OCCURRENCE ->
                new Form(
                        messages.text("sale.stay.tickets"),
                        messages.text("sale.stay.since"),
                        messages.text("sale.stay.tickets"),
                        messages.text("sale.offer.performances"),
                        messages.text("sale.pay.door"),
                        false,
                        true);
        };
    }

    /// Something else that is free.
    record Other(String line, Alternative offered) {}

    /// The nearest of all comes first and has a key of its own.
    List<Other> others(List<Alternative> offered, ZoneId zone) {
        return offered.stream()
                .map(each -> {
                    String line = alternative(each, zone);
                    boolean nearest = each.equals(offered.getFirst());
                    return new Other(nearest ? messages.text("sale.alternative.nearest", line) : line, each);
                })
                .toList();
    }

    private String alternative(Alternative offered, ZoneId zone) {
        return messages.text(
                "sale.alternative.line",
                offered.resourceName(),
                when(offered.startDate(), offered.endDate(), zone),
                amount(offered.totalPrice(), offered.currency()));
    }

    /// What a sale costs, in words.
    ///
    /// @param keptUntil empty if nothing is kept
    record PriceSheet(List<Line> lines, String total, String policy, String keptUntil, boolean extendable) {

        /// One price.
        record Line(String name, String amount) {}
    }

    PriceSheet sheet(Hold hold, Offer offer, Instant now) {
        Instant until = hold.expiresAt();
        Site site = offer.resource().site();
        Period sold = Period.parse(hold.startDate(), hold.endDate());
        return new PriceSheet(
                hold.priceLines().stream()
                        .map(each -> new PriceSheet.Line(priceLine(each), amount(each.amount(), hold.currency())))
                        .toList(),
                amount(hold.totalPrice(), hold.currency()),
                policy(site, offer.resource().terms().cancellationPolicy(), sold, now),
                until == null
                        ? ""
                        : messages.text("sale.price.kept", new Dates(messages.locale()).time(until, site.timeZone())),
                hold.extendable());
    }
}
