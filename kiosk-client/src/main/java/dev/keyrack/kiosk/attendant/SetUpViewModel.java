package dev.keyrack.kiosk.attendant;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.SignIn;
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

/// Staff tell a new kiosk which device it is, and the code that ends the program.
public final class SetUpViewModel implements ViewModel {

    private static final int SHORTEST_CODE = 4;

    private final ClientRuntime runtime;
    private final DeviceAccount account;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final Consumer<Site> ready;
    private final ObservedConnection connection;
    private final InputField device;
    private final InputField secret;
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
        device = new InputField("device", messages.text("attendant.field.device"), FieldKind.FREE);
        secret = new InputField("secret", messages.text("attendant.field.secret"), FieldKind.SECRET);
        exit = new InputField("exitCode", messages.text("attendant.field.exit"), FieldKind.PIN);
        printer = new InputField("printer", messages.text("attendant.field.printer"), FieldKind.FREE);
        form = new Form(List.of(device, secret, exit, printer));
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
        SignIn wanted = new SignIn(device.text().strip(), secret.text());
        String code = exit.text();
        String folder = printer.text().strip();
        tasks.run(() -> enter(wanted, code, folder)).onDone(this::tell).onFailed(failure -> {
            working.set(false);
            notice.set(messages.text("attendant.setup.store"));
        });
    }

    private DeviceAccount.Entry enter(SignIn wanted, String code, String folder) {
        DeviceAccount.Entry entry = account.signIn(wanted);
        if (entry instanceof DeviceAccount.Entry.Entered) {
            account.remember(wanted, folder);
            new ExitCode(runtime.settings(), clock).set(code);
        }
        return entry;
    }

    private void tell(DeviceAccount.Entry entry) {
        working.set(false);
        switch (entry) {
            case DeviceAccount.Entry.Entered(Site site) -> ready.accept(site);
            case DeviceAccount.Entry.NoKiosk _ -> notice.set(messages.text("attendant.setup.nokiosk"));
            case DeviceAccount.Entry.Refused _ -> notice.set(messages.text("attendant.setup.refused"));
            case DeviceAccount.Entry.Silent _ -> notice.set(messages.text("attendant.setup.silent"));
        }
    }

    private boolean isComplete() {
        require(!device.text().isBlank(), device, messages.text("attendant.error.device"));
        require(!secret.text().isEmpty(), secret, messages.text("attendant.error.secret"));
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
