package dev.keyrack.kiosk.welcome;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Subscription;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ObservedConnection;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.Offer;
import dev.keyrack.kiosk.offer.OfferFinder;
import dev.keyrack.kiosk.offer.Photos;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The screen that waits for somebody: whose house this is, what tonight costs, and what can be done here now.
public final class WelcomeViewModel implements ViewModel {

    private final Journey journey;
    private final House house;
    private final ClientRuntime runtime;
    private final OfferFinder finder;
    private final Photos photos;
    private final UiTasks tasks;
    private final Messages messages;
    private final ObservedConnection connection;
    private final ReadOnlyObjectWrapper<Tonight> tonight = new ReadOnlyObjectWrapper<>(Tonight.UNKNOWN);
    private final ReadOnlyObjectWrapper<List<String>> images = new ReadOnlyObjectWrapper<>(List.of());
    private Subscription copy = () -> {};

    /// What can be had tonight.
    ///
    /// @param known false until the server has answered
    public record Tonight(boolean known, List<Offer> offers) {

        static final Tonight UNKNOWN = new Tonight(false, List.of());
    }

    public WelcomeViewModel(
            Journey journey, House house, ClientRuntime runtime, Photos photos, UiTasks tasks, Messages messages) {
        this.journey = journey;
        this.house = house;
        this.runtime = runtime;
        this.photos = photos;
        this.tasks = tasks;
        this.messages = messages;
        finder = new OfferFinder(runtime.api().catalog(), house);
        connection = new ObservedConnection(runtime, tasks);
    }

    @Override
    public void onShow() {
        connection.open();
        copy = runtime.observeCopy(_ -> tasks.show(this::refreshUnknown));
        refresh();
    }

    @Override
    public void onHide() {
        connection.close();
        copy.close();
    }

    private void refreshUnknown() {
        if (!tonight.get().known()) {
            refresh();
        }
    }

    /// Asks again what tonight costs.
    public void refresh() {
        tasks.run(this::listImages).onDone(images::set).onFailed(failure -> images.set(List.of()));
        LocalDate today = house.today();
        tasks.run(() -> toTonight(finder.find(new StayRange(today, today.plusDays(1)))))
                .onDone(tonight::set)
                .onFailed(failure -> tonight.set(Tonight.UNKNOWN));
    }

    private List<String> listImages() {
        return Stream.concat(house.listRooms().reversed().stream(), house.listTimed().stream())
                .flatMap(room -> room.terms().images().stream())
                .toList();
    }

    private Tonight toTonight(ApiOutcome<List<Offer>> outcome) {
        return !house.listRooms().isEmpty() && outcome instanceof ApiOutcome.Answered<List<Offer>>(List<Offer> offers)
                ? new Tonight(true, offers)
                : Tonight.UNKNOWN;
    }

    public String name() {
        return house.site().name();
    }

    public String place() {
        return house.site().location();
    }

    /// Paths of the house's pictures, the finest room first; the copy knows them, so that they are there offline too.
    public ReadOnlyObjectProperty<List<String>> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /// The lowest price of tonight, or what there is to say instead.
    public ObservableValue<String> price() {
        return Bindings.createStringBinding(
                () -> {
                    if (connection.connectionProperty().get().isDown()) {
                        return messages.text("welcome.offline.title");
                    }
                    Tonight now = tonight.get();
                    if (!now.known()) {
                        return messages.text("welcome.attract.hello");
                    }
                    return now.offers().stream()
                            .findFirst()
                            .map(offer -> messages.text(
                                    "welcome.attract.from",
                                    new Amounts(messages.locale())
                                            .format(
                                                    offer.each(),
                                                    offer.resource().currency())))
                            .orElse(messages.text("welcome.attract.full"));
                },
                tonight,
                connection.connectionProperty());
    }

    public ObservableValue<Boolean> offline() {
        return connection.offline();
    }

    public ObservableValue<Boolean> sellAllowed() {
        return connection.offline().map(gone -> !gone);
    }

    /// Shows the picture of something that is sold here, where there is one.
    public void showPhoto(Consumer<byte[]> place) {
        photos.showFirst(images.get(), place);
    }

    public void begin() {
        journey.tell(new KioskEvent.Begin(house.today()));
    }

    public void arrive() {
        journey.tell(new KioskEvent.HasBooking());
    }

    public void callStaff() {
        journey.tell(new KioskEvent.AttendantCame());
    }
}
