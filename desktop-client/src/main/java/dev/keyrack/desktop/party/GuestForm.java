package dev.keyrack.desktop.party;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.fx.Messages;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is typed about a guest, or about somebody else, and beside each field what is wrong with it.
public final class GuestForm {

    private final Messages messages;
    private final StringProperty firstName = new SimpleStringProperty("");
    private final StringProperty lastName = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");
    private final StringProperty phone = new SimpleStringProperty("");
    private final Map<GuestFormRule.Field, ReadOnlyStringWrapper> faults = new EnumMap<>(GuestFormRule.Field.class);

    public GuestForm(Messages messages) {
        this.messages = messages;
        for (GuestFormRule.Field field : GuestFormRule.Field.values()) {
            faults.put(field, new ReadOnlyStringWrapper(""));
        }
        firstName.subscribe(() -> forget(GuestFormRule.Field.FIRST_NAME));
        lastName.subscribe(() -> forget(GuestFormRule.Field.LAST_NAME));
        email.subscribe(() -> forget(GuestFormRule.Field.EMAIL));
        phone.subscribe(() -> forget(GuestFormRule.Field.PHONE));
    }

    public void clear() {
        firstName.set("");
        lastName.set("");
        email.set("");
        phone.set("");
    }

    public void fill(UserDetails guest) {
        firstName.set(guest.firstName());
        lastName.set(guest.lastName());
        email.set(Objects.requireNonNullElse(guest.email(), ""));
        phone.set(Objects.requireNonNullElse(guest.phone(), ""));
    }

    /// The guest; empty if something is wrong, which then stands beside its field.
    public Optional<UserDetails> submit() {
        Map<GuestFormRule.Field, GuestFormRule.Fault> found =
                GuestFormRule.check(firstName.get(), lastName.get(), email.get(), phone.get());
        faults.forEach((field, text) -> text.set(found.containsKey(field) ? text(found.get(field)) : ""));
        return found.isEmpty()
                ? Optional.of(new UserDetails(
                        firstName.get().strip(), lastName.get().strip(), orNull(email.get()), orNull(phone.get())))
                : Optional.empty();
    }

    /// The same for somebody who must be reached by mail.
    public Optional<UserDetails> submitWithAddress() {
        Optional<UserDetails> typed = submit();
        if (email.get().isBlank()) {
            refuseEmail(text(GuestFormRule.Fault.MISSING));
            return Optional.empty();
        }
        return typed;
    }

    /// Says beside the address why it was not taken.
    public void refuseEmail(String why) {
        fault(GuestFormRule.Field.EMAIL).set(why);
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private String text(GuestFormRule.Fault fault) {
        return switch (fault) {
            case MISSING -> messages.text("party.fault.missing");
            case TOO_LONG -> messages.text("party.fault.long");
            case NO_ADDRESS -> messages.text("party.fault.email");
            case NO_NUMBER -> messages.text("party.fault.phone");
        };
    }

    private void forget(GuestFormRule.Field field) {
        fault(field).set("");
    }

    private ReadOnlyStringWrapper fault(GuestFormRule.Field field) {
        return Objects.requireNonNull(faults.get(field));
    }

    public StringProperty firstNameProperty() {
        return firstName;
    }

    public StringProperty lastNameProperty() {
        return lastName;
    }

    public StringProperty emailProperty() {
        return email;
    }

    public StringProperty phoneProperty() {
        return phone;
    }

    public ReadOnlyStringProperty firstNameFaultProperty() {
        return fault(GuestFormRule.Field.FIRST_NAME).getReadOnlyProperty();
    }

    public ReadOnlyStringProperty lastNameFaultProperty() {
        return fault(GuestFormRule.Field.LAST_NAME).getReadOnlyProperty();
    }

    public ReadOnlyStringProperty emailFaultProperty() {
        return fault(GuestFormRule.Field.EMAIL).getReadOnlyProperty();
    }

    public ReadOnlyStringProperty phoneFaultProperty() {
        return fault(GuestFormRule.Field.PHONE).getReadOnlyProperty();
    }
}
