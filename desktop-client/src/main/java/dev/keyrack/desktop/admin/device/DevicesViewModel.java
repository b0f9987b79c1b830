package dev.keyrack.desktop.admin.device;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.DeviceApi;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.device.ChangeDevice;
import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.DeviceStatus;
import dev.keyrack.contract.device.EnrolmentCode;
import dev.keyrack.contract.device.NewDevice;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The kiosks of a site, as the server lists them. One is made known by a name, and gets a code that is typed at it;
/// one
/// is renamed, retired, put back or declared lost.
public final class DevicesViewModel implements ViewModel {

    private static final int LONGEST_NAME = 60;

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final ProofViewModel proof;
    private final AnswerText answers;
    private final ObservableList<DeviceRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable DeviceRow> selected = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable EnrolmentCode> code = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper adding = new ReadOnlyBooleanWrapper();
    private @Nullable Site site;
    private int asked;

    public DevicesViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, ProofViewModel proof) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.proof = proof;
        answers = new AnswerText(messages);
        selected.subscribe(this::choose);
    }

    /// Shows a site from now on.
    public void open(Site wanted) {
        if (!wanted.equals(site)) {
            site = wanted;
            rows.clear();
            forget();
        }
    }

    private void forget() {
        selected.set(null);
        adding.set(false);
        name.set("");
        fault.set("");
        notice.set("");
        code.set(null);
    }

    @Override
    public void onShow() {
        read();
    }

    /// A code is for the eyes of who asked for it.
    @Override
    public void onHide() {
        code.set(null);
        question.set("");
    }

    private void read() {
        Site shown = site;
        int mine = ++asked;
        if (shown != null) {
            tasks.run(() -> runtime.api().devices().list())
                    .onDone(outcome -> {
                        if (mine == asked) {
                            hear(outcome, all -> show(all, shown));
                        }
                    })
                    .onFailed(failure -> notice.set(answers.failure()));
        }
    }

    private <T> void hear(ApiOutcome<T> outcome, Consumer<T> done) {
        switch (outcome) {
            case ApiOutcome.Answered<T>(T value) -> {
                notice.set("");
                done.accept(value);
            }
            case ApiOutcome.Refused<T>(Problem problem) -> notice.set(answers.refusal(problem));
            case ApiOutcome.Unanswered<T> _ -> notice.set(answers.silence());
        }
    }

    private void show(List<Device> all, Site of) {
        DeviceRow before = selected.get();
        String typed = name.get();
        rows.setAll(all.stream()
                .filter(device -> device.siteId().equals(of.id()))
                .map(device -> row(device, of))
                .sorted(byName())
                .toList());
        if (before != null) {
            select(before.device().userId());
            name.set(typed);
        }
    }

    private void select(UserId id) {
        selected.set(rows.stream()
                .filter(row -> row.device().userId().equals(id))
                .findFirst()
                .orElse(null));
    }

    private Comparator<DeviceRow> byName() {
        return Comparator.comparing(DeviceRow::name, Collator.getInstance(messages.locale()));
    }

    private DeviceRow row(Device device, Site of) {
        Instant contact = device.lastContactAt();
        return new DeviceRow(
                device,
                device.name(),
                state(device),
                contact == null
                        ? messages.text("devices.contact.never")
                        : new Dates(messages.locale()).moment(contact, of.timeZone()));
    }

    private String state(Device device) {
        return switch (device.status()) {
            case IN_SERVICE ->
                messages.text(device.enrolledAt() == null ? "devices.state.waiting" : "devices.state.service");
            case RETIRED -> messages.text("devices.state.retired");
            case LOST -> messages.text("devices.state.lost");
        };
    }

    private void choose(@Nullable DeviceRow row) {
        if (row != null) {
            adding.set(false);
            name.set(row.name());
            fault.set("");
            notice.set("");
            EnrolmentCode given = code.get();
            if (given != null && !given.device().userId().equals(row.device().userId())) {
                code.set(null);
            }
        }
    }

    /// Begins with a new kiosk.
    public void begin() {
        forget();
        adding.set(true);
    }

    /// Makes the new kiosk known, or renames the chosen one.
    public void save() {
        Site of = site;
        if (of == null || working.get() || !isNamed()) {
            return;
        }
        String typed = name.get().strip();
        DeviceRow row = selected.get();
        if (row == null) {
            send(devices -> devices.create(new NewDevice(typed, of.id())), this::give);
        } else {
            change(row, typed, row.device().status());
        }
    }

    private boolean isNamed() {
        String typed = name.get().strip();
        fault.set(
                typed.isEmpty()
                        ? messages.text("devices.fault.empty")
                        : typed.length() > LONGEST_NAME ? messages.text("devices.fault.long", LONGEST_NAME) : "");
        return fault.get().isEmpty();
    }

    private void give(EnrolmentCode given) {
        adding.set(false);
        put(given.device());
        code.set(given);
    }

    private void put(Device device) {
        Site of = site;
        if (of != null) {
            rows.removeIf(row -> row.device().userId().equals(device.userId()));
            rows.add(row(device, of));
            rows.sort(byName());
            select(device.userId());
        }
    }

    private void change(DeviceRow row, String called, DeviceStatus status) {
        send(devices -> devices.change(row.device().userId(), new ChangeDevice(called, status)), now -> {
            if (now.status() != DeviceStatus.IN_SERVICE) {
                code.set(null);
            }
            put(now);
        });
    }

    private <T> void send(Function<DeviceApi, ApiOutcome<T>> call, Consumer<T> done) {
        working.set(true);
        notice.set("");
        proof.run(() -> call.apply(runtime.api().devices()))
                .onDone(outcome -> {
                    working.set(false);
                    hear(outcome, done);
                })
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(answers.failure());
                });
    }

    /// Asks for another code for the chosen kiosk.
    public void renewCode() {
        DeviceRow row = selected.get();
        if (row != null && !working.get()) {
            send(devices -> devices.renewCode(row.device().userId()), this::give);
        }
    }

    /// Takes the chosen kiosk out of service, or puts it back.
    public void switchService() {
        DeviceRow row = selected.get();
        if (row != null && !working.get()) {
            boolean works = row.device().status() == DeviceStatus.IN_SERVICE;
            change(row, row.name(), works ? DeviceStatus.RETIRED : DeviceStatus.IN_SERVICE);
        }
    }

    /// Asks whether the chosen kiosk is to be declared lost.
    public void lose() {
        DeviceRow row = selected.get();
        if (row != null && !working.get()) {
            question.set(messages.text("devices.question.text", row.name()));
        }
    }

    /// Does what was asked about.
    public void confirm() {
        DeviceRow row = selected.get();
        boolean wasAsked = !question.get().isEmpty();
        question.set("");
        if (row != null && wasAsked) {
            change(row, row.name(), DeviceStatus.LOST);
        }
    }

    /// Leaves it.
    public void keep() {
        question.set("");
    }

    public ObservableList<DeviceRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable DeviceRow> selectedProperty() {
        return selected;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What to ask before a kiosk is declared lost; empty if nothing.
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// The code that was given last, in capitals, while it is shown; else empty.
    public ObservableValue<String> codeText() {
        return code.map(given -> given.code().toUpperCase(Locale.ROOT)).orElse("");
    }

    /// Until when the code is good.
    public ObservableValue<String> codeLife() {
        return code.map(given -> {
            Site of = site;
            return of == null
                    ? ""
                    : messages.text(
                            "devices.code.life", new Dates(messages.locale()).time(given.expiresAt(), of.timeZone()));
        });
    }

    /// How the kiosk's program is started for this server.
    public String startLine() {
        String pin = runtime.pin().map(text -> " --certificate " + text).orElse("");
        return "keyrack kiosk --server " + runtime.server() + pin;
    }

    /// Whether there is a form: for a new kiosk or for the chosen one.
    public ObservableValue<Boolean> formShown() {
        return Bindings.createBooleanBinding(() -> adding.get() || selected.get() != null, adding, selected);
    }

    public ObservableValue<Boolean> existing() {
        return selected.map(_ -> true).orElse(false);
    }

    public ObservableValue<String> title() {
        return selected.map(DeviceRow::name).orElse(messages.text("devices.form.new"));
    }

    public ObservableValue<String> state() {
        return selected.map(DeviceRow::state).orElse("");
    }

    public ObservableValue<String> hint() {
        return selected.map(row -> switch (row.device().status()) {
                    case IN_SERVICE -> messages.text(row.works() ? "devices.hint.service" : "devices.hint.waiting");
                    case RETIRED -> messages.text("devices.hint.retired");
                    case LOST -> messages.text("devices.hint.lost");
                })
                .orElse(messages.text("devices.hint.new"));
    }

    public ObservableValue<String> saveText() {
        return existing().map(known -> messages.text(known ? "devices.form.rename" : "devices.form.code"));
    }

    public ObservableValue<String> switchServiceText() {
        return inService().map(works -> messages.text(works ? "devices.form.retire" : "devices.form.back"));
    }

    public ObservableValue<Boolean> inService() {
        return selected.map(row -> row.device().status() == DeviceStatus.IN_SERVICE)
                .orElse(false);
    }

    /// Whether the chosen kiosk does what it is for.
    public ObservableValue<Boolean> works() {
        return selected.map(DeviceRow::works).orElse(false);
    }

    /// Whether it can still be declared lost.
    public ObservableValue<Boolean> losable() {
        return selected.map(row -> row.device().status() != DeviceStatus.LOST).orElse(false);
    }

    public ObservableValue<Boolean> workAllowed() {
        return working.map(busy -> !busy);
    }

    String text(String key) {
        return messages.text(key);
    }
}
