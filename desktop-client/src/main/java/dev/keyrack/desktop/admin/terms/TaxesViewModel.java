package dev.keyrack.desktop.admin.terms;

import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.desktop.admin.Figures;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The taxes and fees of a resource, and the one that is being typed.
public final class TaxesViewModel implements ViewModel {

    private static final int LONGEST_NAME = 80;
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    private final Messages messages;
    private final FormText words;
    private final Figures figures;
    private final ObservableList<TaxRow> rows = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty amount = new SimpleStringProperty("");
    private final StringProperty kindName = new SimpleStringProperty();
    private final BooleanProperty included = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper nameFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper amountFault = new ReadOnlyStringWrapper("");

    /// @param changed is told of every change of the list
    TaxesViewModel(Messages messages, Runnable changed) {
        this.messages = messages;
        words = new FormText(messages);
        figures = new Figures(messages.locale());
        kindName.set(words.kind(Tax.Kind.PERCENT));
        rows.subscribe(changed);
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    void fill(List<Tax> taxes) {
        rows.setAll(taxes.stream().map(this::row).toList());
    }

    List<Tax> listTaxes() {
        return rows.stream().map(TaxRow::tax).toList();
    }

    private TaxRow row(Tax tax) {
        String how = tax.included() ? messages.text("catalog.tax.included") : messages.text("catalog.tax.added");
        return new TaxRow(
                tax, tax.name() + ": " + figures.write(tax.amount()) + " " + words.kind(tax.kind()) + ", " + how);
    }

    public void add() {
        String typed = name.get().strip();
        Optional<BigDecimal> figure =
                Figures.read(amount.get()).filter(found -> found.signum() >= 0 && found.compareTo(MOST) <= 0);
        nameFault.set(
                typed.isEmpty()
                        ? messages.text("catalog.fault.empty")
                        : typed.length() > LONGEST_NAME ? messages.text("catalog.fault.long", LONGEST_NAME) : "");
        amountFault.set(figure.isEmpty() ? messages.text("catalog.fault.amount", 0, MOST) : "");
        if (nameFault.get().isEmpty() && figure.isPresent()) {
            rows.add(row(new Tax(typed, kind(), figure.get(), included.get())));
            name.set("");
            amount.set("");
        }
    }

    /// Takes a tax out of the list, and into the fields to be typed anew.
    public void take(TaxRow row) {
        rows.remove(row);
        name.set(row.tax().name());
        amount.set(figures.write(row.tax().amount()));
        kindName.set(words.kind(row.tax().kind()));
        included.set(row.tax().included());
    }

    private Tax.Kind kind() {
        return Stream.of(Tax.Kind.values())
                .filter(kind -> words.kind(kind).equals(kindName.get()))
                .findFirst()
                .orElse(Tax.Kind.PERCENT);
    }

    public List<String> kindNames() {
        return Stream.of(Tax.Kind.values()).map(words::kind).toList();
    }

    public ObservableList<TaxRow> rows() {
        return rows;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty amountProperty() {
        return amount;
    }

    public StringProperty kindNameProperty() {
        return kindName;
    }

    public BooleanProperty includedProperty() {
        return included;
    }

    public ReadOnlyStringProperty nameFaultProperty() {
        return nameFault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty amountFaultProperty() {
        return amountFault.getReadOnlyProperty();
    }
}
