package dev.keyrack.desktop.admin.audit;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.fx.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The provider's sites: what they are called, and the one that the record is narrowed to. Only who works for the whole
/// provider has a choice.
final class AuditSites {

    private final ClientRuntime runtime;
    private final Option all;
    private final ObservableList<Option> options = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Option> chosen = new SimpleObjectProperty<>();
    private volatile List<Site> known = List.of();

    AuditSites(ClientRuntime runtime, Messages messages) {
        this.runtime = runtime;
        all = new Option("", messages.text("audit.site.all"));
        chosen.set(all);
    }

    /// Asks the server, in the background. Without an answer the sites stay those that were known.
    void read() {
        if (runtime.api().catalog().listSites() instanceof ApiOutcome.Answered<List<Site>>(List<Site> found)) {
            known = found;
        }
    }

    /// Offers what there is to choose.
    void offer() {
        boolean whole =
                runtime.api().token().filter(token -> token.siteId() == null).isPresent();
        List<Option> offered = whole && known.size() > 1
                ? Stream.concat(
                                Stream.of(all),
                                known.stream().map(site -> new Option(site.id().value(), site.name())))
                        .toList()
                : List.of();
        if (!offered.equals(options)) {
            Option before = chosen.get();
            options.setAll(offered);
            chosen.set(before != null && offered.contains(before) ? before : all);
        }
    }

    void clear() {
        chosen.set(all);
    }

    /// The identifier of the site that is chosen; empty for all.
    String code() {
        Option choice = chosen.get();
        return choice == null ? "" : choice.code();
    }

    String name(String id) {
        return known.stream()
                .filter(site -> site.id().value().equals(id))
                .map(Site::name)
                .findFirst()
                .orElse(id);
    }

    ObservableList<Option> options() {
        return options;
    }

    ObjectProperty<@Nullable Option> chosenProperty() {
        return chosen;
    }
}
