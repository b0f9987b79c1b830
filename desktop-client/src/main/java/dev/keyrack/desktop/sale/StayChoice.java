package dev.keyrack.desktop.sale;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.availability.CreateHold;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.problem.Alternative;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.fx.UiTasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is sold: nights, an appointment or tickets; the dates, what is free on them, and the hold that keeps the choice
/// while its price is in view.
public final class StayChoice {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final SaleWords words;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Grain> grain = new ReadOnlyObjectWrapper<>(Grain.NIGHT);
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> guests = new SimpleObjectProperty<>(1);
    private final ObjectProperty<Integer> rooms = new SimpleObjectProperty<>(1);
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
    private final ObservableList<UnitChoice> units = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable UnitChoice> unit = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Hold> hold = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObservableList<Alternative> alternatives = FXCollections.observableArrayList();
    private @Nullable SiteCopy copy;
    private @Nullable ResourceId wanted;
    private @Nullable UnitId wantedUnit;
    private @Nullable Instant wantedTime;
    private boolean settling;
    private boolean silent;
    private int search;
    private int keeping;

    StayChoice(ClientRuntime runtime, UiTasks tasks, SaleWords words, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.words = words;
        this.clock = clock;
        from.subscribe(this::moveDeparture);
        to.subscribe(this::search);
        guests.subscribe(this::search);
        rooms.subscribe(this::search);
        unit.subscribe(this::keepAgain);
    }

    void begin(OfferSearch.Place place, Start start, LocalDate today) {
        release();
        copy = place.copy();
        grain.set(place.grain());
        wanted = start.resource();
        wantedUnit = start.unit();
        wantedTime = start.at();
        settling = true;
        LocalDate first = Objects.requireNonNullElse(start.from(), today);
        from.set(first);
        to.set(Objects.requireNonNullElse(start.to(), first.plusDays(1)));
        guests.set(1);
        rooms.set(1);
        settling = false;
        search();
    }

    /// Takes what was offered instead.
    void take(Alternative offered) {
        wanted = offered.resourceId();
        wantedUnit = null;
        boolean nights = grain.get() == Grain.NIGHT;
        wantedTime = nights ? null : Instant.parse(offered.startDate());
        settling = true;
        from.set(nights ? LocalDate.parse(offered.startDate()) : dayOf(Instant.parse(offered.startDate())));
        if (nights) {
            to.set(LocalDate.parse(offered.endDate()));
        }
        settling = false;
        search();
    }

    private LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, Objects.requireNonNull(copy).site().timeZone());
    }

    /// Another arrival keeps the number of nights, but no time of day.
    private void moveDeparture(@Nullable LocalDate before, @Nullable LocalDate now) {
        LocalDate last = to.get();
        wantedTime = settling ? wantedTime : null;
        if (!settling && before != null && now != null && last != null && last.isAfter(before)) {
            settling = true;
            to.set(now.plusDays(ChronoUnit.DAYS.between(before, last)));
            settling = false;
        }
        search();
    }

    /// Asks again what nobody has answered, once the server is there.
    void goOn(Connection now) {
        if (silent && now == Connection.ONLINE) {
            search();
        }
    }

    private void tellSilence() {
        silent = true;
        notice.set(words.silence());
    }

    /// Looks again for what is free.
    void search() {
        SiteCopy open = copy;
        if (settling || open == null) {
            return;
        }
        release();
        notice.set("");
        alternatives.clear();
        Optional<OfferSearch.Days> days = OfferSearch.Days.of(grain.get(), from.get(), to.get());
        if (days.isEmpty()) {
            fault.set(words.messages().text("sale.fault.dates"));
            clearOffers();
            return;
        }
        fault.set("");
        int turn = ++search;
        var wish = new OfferSearch.Wish(grain.get(), days.get(), rooms.get(), guests.get(), clock.instant());
        tasks.run(() -> new OfferSearch(runtime.api().catalog(), open).list(wish))
                .onDone(outcome -> {
                    if (turn == search) {
                        show(outcome);
                    }
                })
                .onFailed(failure -> notice.set(words.messages().text("sale.refusal.other")));
    }

    private void clearOffers() {
        offers.clear();
        offer.set(null);
        settling = true;
        units.clear();
        unit.set(null);
        settling = false;
    }

    private void show(ApiOutcome<List<Offer>> outcome) {
        clearOffers();
        switch (outcome) {
            case ApiOutcome.Answered<List<Offer>>(List<Offer> found) -> {
                offers.setAll(found);
                pick(found);
            }
            case ApiOutcome.Refused<List<Offer>>(Problem problem) -> notice.set(words.refusal(problem.type()));
            case ApiOutcome.Unanswered<List<Offer>> _ -> tellSilence();
        }
    }

    /// The kind that is wanted, if need be to hear what is near to it; else the cheapest, or the next.
    private void pick(List<Offer> found) {
        Instant time = wantedTime;
        Optional<Offer> same = found.stream()
                .filter(each -> each.resource().id().equals(wanted) && (time == null || begins(each, time)))
                .findFirst();
        if (same.isPresent()) {
            choose(same.get());
        } else if (wanted != null && grain.get() == Grain.NIGHT) {
            keep(wanted);
        } else if (time != null) {
            notice.set(words.messages().text("sale.offer.gone"));
        } else if (!found.isEmpty()) {
            choose(found.getFirst());
        } else {
            notice.set(words.none(grain.get()));
        }
    }

    private static boolean begins(Offer offer, Instant time) {
        return offer.time() != null && offer.time().start().equals(time);
    }

    /// Chooses what is offered, and keeps it.
    void choose(Offer chosen) {
        if (chosen.equals(offer.get())) {
            return;
        }
        wanted = chosen.resource().id();
        wantedTime = chosen.time() == null ? null : chosen.time().start();
        settling = true;
        offer.set(chosen);
        var any = new UnitChoice(null, words.messages().text("sale.offer.anyroom"));
        units.setAll(any);
        if (rooms.get() == 1) {
            chosen.units().forEach(each -> units.add(new UnitChoice(each.id(), each.name())));
        }
        unit.set(units.stream()
                .filter(each -> Objects.equals(each.id(), wantedUnit))
                .findFirst()
                .orElse(any));
        wantedUnit = null;
        settling = false;
        keep(chosen.resource().id());
    }

    private void keepAgain() {
        Offer chosen = offer.get();
        if (!settling && chosen != null) {
            keep(chosen.resource().id());
        }
    }

    private void keep(ResourceId resource) {
        release();
        notice.set("");
        alternatives.clear();
        int turn = ++keeping;
        UnitChoice promised = unit.get();
        Offer chosen = offer.get();
        TimeRange time = chosen == null ? null : chosen.time();
        var wish = new CreateHold(
                resource,
                time == null ? String.valueOf(from.get()) : time.startText(),
                time == null ? String.valueOf(to.get()) : time.endText(),
                new Quantity(rooms.get()),
                people(),
                promised == null ? null : promised.id());
        tasks.run(() -> runtime.api().bookings().hold(wish))
                .onDone(outcome -> kept(outcome, turn))
                .onFailed(failure -> notice.set(words.messages().text("sale.refusal.other")));
    }

    private void kept(ApiOutcome<Hold> outcome, int turn) {
        switch (outcome) {
            case ApiOutcome.Answered<Hold>(Hold taken) when turn == keeping && offer.get() != null -> hold.set(taken);
            case ApiOutcome.Answered<Hold>(Hold late) -> {
                // nobody sees its price: too late, or free again since the search
                giveBack(late);
                notice.set(turn == keeping ? words.refusal(ProblemType.CHANGED_MEANWHILE) : notice.get());
            }
            case ApiOutcome.Refused<Hold>(Problem problem) when turn == keeping -> refuse(problem);
            case ApiOutcome.Unanswered<Hold> _ when turn == keeping -> tellSilence();
            case ApiOutcome.Refused<Hold> _, ApiOutcome.Unanswered<Hold> _ -> {}
        }
    }

    /// Says why it cannot be had, and what can.
    void refuse(Problem problem) {
        notice.set(words.refusal(problem.type()));
        alternatives.setAll(Objects.requireNonNullElse(problem.alternatives(), List.of()));
    }

    /// The hold has become a booking, or has ended.
    void forgetHold() {
        hold.set(null);
    }

    /// Keeps nothing any more.
    void release() {
        keeping++;
        silent = false;
        Hold kept = hold.get();
        hold.set(null);
        if (kept != null) {
            giveBack(kept);
        }
    }

    private void giveBack(Hold kept) {
        // whatever comes of it: a hold ends by itself
        tasks.run(() -> runtime.api().bookings().release(kept.holdId()))
                .onDone(_ -> {})
                .onFailed(failure -> notice.set(words.silence()));
    }

    /// Keeps it for as long as a guest looks for a card; why that cannot be, if it has ended already. Blocks.
    Optional<Problem> keepForCard(Hold kept) {
        if (!kept.extendable()) {
            return Optional.empty();
        }
        return switch (runtime.api().bookings().extend(kept.holdId())) {
            case ApiOutcome.Answered<Hold>(Hold longer) -> {
                tasks.show(() -> show(longer));
                yield Optional.empty();
            }
            case ApiOutcome.Refused<Hold>(Problem problem)
            when problem.type() == ProblemType.HOLD_EXPIRED -> Optional.of(problem);
            case ApiOutcome.Refused<Hold> _, ApiOutcome.Unanswered<Hold> _ -> Optional.empty();
        };
    }

    /// Shows how long it is kept now, unless something else is in view meanwhile.
    private void show(Hold longer) {
        Hold present = hold.get();
        if (present != null && present.holdId().equals(longer.holdId())) {
            hold.set(longer);
        }
    }

    /// Keeps it longer, once.
    void extend() {
        Hold kept = hold.get();
        if (kept == null) {
            return;
        }
        int turn = keeping;
        tasks.run(() -> runtime.api().bookings().extend(kept.holdId()))
                .onDone(outcome -> kept(outcome, turn))
                .onFailed(failure -> notice.set(words.messages().text("sale.refusal.other")));
    }

    /// How many come; null for one each.
    @Nullable
    Integer people() {
        return grain.get() == Grain.NIGHT ? guests.get() : null;
    }

    /// What kind of thing is sold.
    ReadOnlyObjectProperty<Grain> grainProperty() {
        return grain.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    ObjectProperty<@Nullable LocalDate> toProperty() {
        return to;
    }

    ObjectProperty<Integer> guestsProperty() {
        return guests;
    }

    ObjectProperty<Integer> roomsProperty() {
        return rooms;
    }

    ObservableList<Offer> offers() {
        return offers;
    }

    /// What the hold keeps.
    ReadOnlyObjectProperty<@Nullable Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    ObservableList<UnitChoice> units() {
        return units;
    }

    ObjectProperty<@Nullable UnitChoice> unitProperty() {
        return unit;
    }

    /// What is kept now; null while nothing is.
    public ReadOnlyObjectProperty<@Nullable Hold> holdProperty() {
        return hold.getReadOnlyProperty();
    }

    /// What is wrong with the dates.
    ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// Why nothing is kept.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObservableList<Alternative> alternatives() {
        return alternatives;
    }
}
