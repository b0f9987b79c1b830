package dev.keyrack.kiosk.dates;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Offer;
import dev.keyrack.kiosk.offer.OfferFinder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The performances of an event, a handful on a page, or the free appointments of a day on a page each.
public final class TimesViewModel implements ViewModel {

    private static final int FEW = 20;

    private final Journey journey;
    private final OfferFinder finder;
    private final House house;
    private final UiTasks tasks;
    private final Messages messages;
    private final Offer event;
    private final ObservableList<List<Offer>> pages = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(true);

    /// A time as the page shows it.
    ///
    /// @param detail price and what is left, or empty
    public record Time(String id, String text, String detail, boolean open, Offer offer) {}

    public TimesViewModel(Journey journey, OfferFinder finder, House house, UiTasks tasks, Messages messages) {
        this.journey = journey;
        this.finder = finder;
        this.house = house;
        this.tasks = tasks;
        this.messages = messages;
        event = journey.require(KioskStep.ChoosingTime.class).visit().requireOffer();
    }

    @Override
    public void onShow() {
        load();
    }

    @Override
    public void onHide() {}

    private void load() {
        looking.set(true);
        tasks.run(() -> finder.listTimes(resource())).onDone(this::tell).onFailed(failure -> gone());
    }

    private void tell(ApiOutcome<List<Offer>> outcome) {
        if (outcome instanceof ApiOutcome.Answered<List<Offer>>(List<Offer> times)) {
            looking.set(false);
            pages.setAll(TimesPageRule.pages(times, resource()));
            page.set(Math.clamp(page.get(), 0, Math.max(0, pages.size() - 1)));
        } else {
            gone();
        }
    }

    private void gone() {
        journey.silent(KioskStep.ChoosingTime.class);
    }

    private Resource resource() {
        return event.resource();
    }

    private boolean isEvent() {
        return event.grain() == Grain.OCCURRENCE;
    }

    public String title() {
        return event.title();
    }

    public String question() {
        return isEvent() ? messages.text("dates.times.performance") : messages.text("dates.times.appointment");
    }

    /// Whether times are listed one below the other, with their day and price, or side by side.
    public boolean wide() {
        return isEvent();
    }

    /// The day of the page, or its days.
    public ObservableValue<String> day() {
        return Bindings.createStringBinding(this::dayText, pages, page);
    }

    private String dayText() {
        if (pages.isEmpty()) {
            return "";
        }
        List<Offer> shownTimes = pages.get(page.get());
        Dates dates = new Dates(messages.locale());
        LocalDate first = date(shownTimes.getFirst());
        LocalDate last = date(shownTimes.getLast());
        return first.equals(last) ? dates.longDay(first) : dates.range(first, last);
    }

    private LocalDate date(Offer offer) {
        return LocalDate.ofInstant(time(offer).start(), house.site().timeZone());
    }

    private static TimeRange time(Offer offer) {
        return Objects.requireNonNull(offer.time());
    }

    /// The times of the page.
    public ObservableValue<List<Time>> times() {
        return Bindings.createObjectBinding(
                () -> pages.isEmpty()
                        ? List.of()
                        : pages.get(page.get()).stream().map(this::toTime).toList(),
                pages,
                page);
    }

    private Time toTime(Offer offer) {
        TimeRange time = time(offer);
        Dates dates = new Dates(messages.locale());
        String id = "time-" + time.startText().replace(":", "");
        if (!isEvent()) {
            return new Time(id, dates.time(time.start(), house.site().timeZone()), "", true, offer);
        }
        String price =
                new Amounts(messages.locale()).format(offer.each(), resource().currency());
        String detail = offer.free() == 0
                ? messages.text("dates.times.full")
                : offer.free() <= FEW ? price + " · " + messages.text("dates.times.left", offer.free()) : price;
        return new Time(id, house.words(time, dates), detail, offer.free() > 0, offer);
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /// Whether there is no time at all.
    public ObservableValue<Boolean> nothing() {
        return Bindings.createBooleanBinding(() -> !looking.get() && pages.isEmpty(), looking, pages);
    }

    public ObservableValue<Boolean> earlierAllowed() {
        return page.map(at -> at.intValue() > 0);
    }

    public ObservableValue<Boolean> laterAllowed() {
        return Bindings.createBooleanBinding(() -> page.get() < pages.size() - 1, pages, page);
    }

    public void turn(int by) {
        page.set(Math.clamp((long) page.get() + by, 0, Math.max(0, pages.size() - 1)));
    }

    /// Goes on with it, if it is still free.
    public void choose(Time time) {
        notice.set("");
        tasks.run(() -> finder.check(resource(), time(time.offer())))
                .onDone(this::checked)
                .onFailed(failure -> gone());
    }

    private void checked(ApiOutcome<Optional<Offer>> outcome) {
        if (!(outcome instanceof ApiOutcome.Answered<Optional<Offer>>(Optional<Offer> free))) {
            gone();
            return;
        }
        free.ifPresentOrElse(offer -> journey.tell(new KioskEvent.TimeChosen(offer)), () -> {
            notice.set(messages.text("dates.times.taken"));
            load();
        });
    }
}
