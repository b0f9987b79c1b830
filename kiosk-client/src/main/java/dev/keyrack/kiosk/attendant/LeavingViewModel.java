package dev.keyrack.kiosk.attendant;

import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.keyboard.FieldKind;
import dev.keyrack.kiosk.keyboard.Form;
import dev.keyrack.kiosk.keyboard.InputField;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Staff prove by a code that they may end the program or set it up again.
public final class LeavingViewModel implements ViewModel {

    private final Journey journey;
    private final Supplier<ExitCode> exit;
    private final UiTasks tasks;
    private final Messages messages;
    private final Runnable end;
    private final InputField code;
    private final Form form;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

    /// @param end ends the program
    public LeavingViewModel(Journey journey, Supplier<ExitCode> exit, UiTasks tasks, Messages messages, Runnable end) {
        this.journey = journey;
        this.exit = exit;
        this.tasks = tasks;
        this.messages = messages;
        this.end = end;
        code = new InputField("staffCode", messages.text("attendant.field.code"), FieldKind.PIN);
        form = new Form(List.of(code));
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {
        form.clear();
        open.set(false);
    }

    public Form form() {
        return form;
    }

    public Locale locale() {
        return messages.locale();
    }

    /// Whether the code was right.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public void confirm() {
        if (working.get()) {
            return;
        }
        working.set(true);
        String typed = code.text();
        tasks.run(() -> exit.get().check(typed)).onDone(this::tell).onFailed(failure -> tell(ExitCode.Answer.WRONG));
    }

    private void tell(ExitCode.Answer answer) {
        working.set(false);
        code.set("");
        switch (answer) {
            case RIGHT -> open.set(true);
            case WRONG -> code.errorProperty().set(messages.text("attendant.code.wrong"));
            case LOCKED -> code.errorProperty().set(messages.text("attendant.code.locked"));
        }
    }

    public void end() {
        if (open.get()) {
            end.run();
        }
    }

    public void setUpAgain() {
        if (open.get()) {
            journey.tell(new KioskEvent.SetUpAgain());
        }
    }
}
