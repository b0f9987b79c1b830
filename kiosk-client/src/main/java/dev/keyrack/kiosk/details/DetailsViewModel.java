package dev.keyrack.kiosk.details;

import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.details.DetailsRule.Fault;
import dev.keyrack.kiosk.flow.GuestInput;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.keyboard.FieldKind;
import dev.keyrack.kiosk.keyboard.Form;
import dev.keyrack.kiosk.keyboard.InputField;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Who the guest is: two names, and how to reach them where they like. Every key is kept at once, so that going back
/// loses nothing.
public final class DetailsViewModel implements ViewModel {

    private final Journey journey;
    private final Messages messages;
    private final InputField firstName;
    private final InputField lastName;
    private final InputField email;
    private final InputField phone;
    private final Form form;

    public DetailsViewModel(Journey journey, Messages messages) {
        this.journey = journey;
        this.messages = messages;
        firstName = new InputField("firstName", messages.text("details.field.first"), FieldKind.NAME);
        lastName = new InputField("lastName", messages.text("details.field.last"), FieldKind.NAME);
        email = new InputField("email", messages.text("details.field.email"), FieldKind.EMAIL);
        phone = new InputField("phone", messages.text("details.field.phone"), FieldKind.PHONE);
        form = new Form(List.of(firstName, lastName, email, phone));
        GuestInput before = journey.require(KioskStep.Details.class).visit().guest();
        firstName.set(before.firstName());
        lastName.set(before.lastName());
        email.set(before.email());
        phone.set(before.phone());
        form.fields()
                .forEach(field -> field.textProperty().subscribe(() -> journey.tell(new KioskEvent.Typed(guest()))));
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    public Form form() {
        return form;
    }

    public Locale locale() {
        return messages.locale();
    }

    private GuestInput guest() {
        return new GuestInput(firstName.text(), lastName.text(), email.text(), phone.text());
    }

    /// Goes on, or says beside each field what is missing.
    public void confirm() {
        Set<Fault> faults = DetailsRule.faults(guest());
        faults.forEach(this::show);
        if (faults.isEmpty()) {
            journey.tell(new KioskEvent.DetailsGiven());
        } else {
            form.choose(fieldOf(faults.iterator().next()));
        }
    }

    private void show(Fault fault) {
        fieldOf(fault)
                .errorProperty()
                .set(
                        switch (fault) {
                            case FIRST_NAME_MISSING -> messages.text("details.error.first");
                            case LAST_NAME_MISSING -> messages.text("details.error.last");
                            case EMAIL_WRONG -> messages.text("details.error.email");
                            case PHONE_WRONG -> messages.text("details.error.phone");
                        });
    }

    private InputField fieldOf(Fault fault) {
        return switch (fault) {
            case FIRST_NAME_MISSING -> firstName;
            case LAST_NAME_MISSING -> lastName;
            case EMAIL_WRONG -> email;
            case PHONE_WRONG -> phone;
        };
    }
}
