package dev.keyrack.kiosk.attendant;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ObservedConnection;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.keyboard.FieldKind;
import dev.keyrack.kiosk.keyboard.Form;
import dev.keyrack.kiosk.keyboard.InputField;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// Staff type at a new kiosk the code that makes it a device, and another that ends the program.
public final class SetUpViewModel implements ViewModel {

    private static final int SHORTEST_CODE = 4;
    /// As the desk shows it; the dash may be left out.
    private static final String CODE = "[A-Za-z0-9]{5}-?[A-Za-z0-9]{5}";

    private final ClientRuntime runtime;
    private final DeviceAccount account;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final Consumer<Site> ready;
    private final ObservedConnection connection;
    private final InputField code;
    private final InputField exit;
    private final InputField printer;
    private final Form form;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

    /// @param ready is told the house as soon as everything is remembered
    public SetUpViewModel(
            ClientRuntime runtime,
            DeviceAccount account,
            UiTasks tasks,
            Messages messages,
            Clock clock,
            Consumer<Site> ready) {
        this.runtime = runtime;
        this.account = account;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        this.ready = ready;
        connection = new ObservedConnection(runtime, tasks);
        code = new InputField("enrolment", messages.text("attendant.field.enrolment"), FieldKind.CODE);
        exit = new InputField("exitCode", messages.text("attendant.field.exit"), FieldKind.PIN);
        printer = new InputField("printer", messages.text("attendant.field.printer"), FieldKind.FREE);
        form = new Form(List.of(code, exit, printer));
    }

    @Override
    public void onShow() {
        connection.open();
    }

    @Override
    public void onHide() {
        connection.close();
        form.clear();
    }

    public Form form() {
        return form;
    }

    public Locale locale() {
        return messages.locale();
    }

    public ObservableValue<String> server() {
        return connection.connectionProperty().map(this::serverText);
    }

    private String serverText(Connection now) {
        return switch (now) {
            case CONNECTING -> messages.text("attendant.server.connecting", runtime.server());
            case ONLINE -> messages.text("attendant.server.online", runtime.server());
            case OFFLINE -> messages.text("attendant.server.offline", runtime.server());
            case UNTRUSTED -> messages.text("attendant.server.untrusted", runtime.server());
        };
    }

    public ObservableValue<Boolean> offline() {
        return connection.offline();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public void confirm() {
        if (working.get() || !isComplete()) {
            return;
        }
        working.set(true);
        notice.set(messages.text("attendant.setup.working"));
        String wanted = code.text();
        String leaving = exit.text();
        String folder = printer.text().strip();
        tasks.run(() -> enter(wanted, leaving, folder)).onDone(this::tell).onFailed(failure -> {
            working.set(false);
            notice.set(messages.text("attendant.setup.store"));
        });
    }

    private DeviceAccount.Entry enter(String wanted, String leaving, String folder) {
        DeviceAccount.Entry entry = account.enrol(wanted);
        if (entry instanceof DeviceAccount.Entry.Entered) {
            account.rememberPrinter(folder);
            new ExitCode(runtime.settings(), clock).set(leaving);
        }
        return entry;
    }

    private void tell(DeviceAccount.Entry entry) {
        working.set(false);
        switch (entry) {
            case DeviceAccount.Entry.Entered(Site site) -> ready.accept(site);
            case DeviceAccount.Entry.Retired _, DeviceAccount.Entry.Refused _ ->
                notice.set(messages.text("attendant.setup.refused"));
            case DeviceAccount.Entry.Silent _ -> notice.set(messages.text("attendant.setup.silent"));
        }
    }

    private boolean isComplete() {
        require(code.text().matches(CODE), code, messages.text("attendant.error.enrolment"));
        require(exit.text().length() >= SHORTEST_CODE, exit, messages.text("attendant.error.exit"));
        require(isFolder(printer.text().strip()), printer, messages.text("attendant.error.printer"));
        return form.fields().stream()
                .allMatch(field -> field.errorProperty().get().isEmpty());
    }

    private static void require(boolean holds, InputField field, String otherwise) {
        field.errorProperty().set(holds ? "" : otherwise);
    }

    private static boolean isFolder(String text) {
        try {
            return text.isEmpty() || Path.of(text).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
