package dev.keyrack.kiosk.arrival;

import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.ArrivalInput;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.keyboard.FieldKind;
import dev.keyrack.kiosk.keyboard.Form;
import dev.keyrack.kiosk.keyboard.InputField;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;

/// Who has a booking shows the ticket to the scanner, or types its code and the last name.
public final class FindViewModel implements ViewModel {

    private final Reception reception;
    private final Messages messages;
    private final InputField code;
    private final InputField lastName;
    private final Form form;

    public FindViewModel(Journey journey, Reception reception, Messages messages) {
        this.reception = reception;
        this.messages = messages;
        code = new InputField("code", messages.text("arrival.field.code"), FieldKind.CODE);
        lastName = new InputField("arrivalName", messages.text("arrival.field.last"), FieldKind.NAME);
        form = new Form(List.of(code, lastName));
        ArrivalInput before = journey.require(KioskStep.FindingBooking.class).input();
        code.set(before.code());
        lastName.set(before.lastName());
        form.fields()
                .forEach(field ->
                        field.textProperty().subscribe(() -> journey.tell(new KioskEvent.ArrivalTyped(input()))));
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {
        reception.clear();
    }

    private ArrivalInput input() {
        return new ArrivalInput(code.text(), lastName.text());
    }

    public Form form() {
        return form;
    }

    public Locale locale() {
        return messages.locale();
    }

    public ObservableValue<String> notice() {
        return reception.noticeProperty().map(now -> switch (now) {
            case NONE -> "";
            case LOOKING -> messages.text("arrival.find.looking");
            case NOT_FOUND -> messages.text("arrival.find.unknown");
            case TRY_LATER -> messages.text("arrival.find.later");
        });
    }

    /// Goes to the name after the code, and then looks.
    public void confirm() {
        if (code.text().isBlank()) {
            code.errorProperty().set(messages.text("arrival.error.code"));
            form.choose(code);
        } else if (lastName.text().isBlank()) {
            if (form.activeProperty().get() == lastName) {
                lastName.errorProperty().set(messages.text("arrival.error.last"));
            }
            form.choose(lastName);
        } else {
            reception.find(input());
        }
    }
}
