package dev.keyrack.desktop;

import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.desktop.admin.catalog.CatalogController;
import dev.keyrack.desktop.admin.catalog.CatalogViewModel;
import dev.keyrack.desktop.admin.rates.RatesController;
import dev.keyrack.desktop.admin.rates.RatesViewModel;
import dev.keyrack.desktop.admin.report.ReportController;
import dev.keyrack.desktop.admin.report.ReportViewModel;
import dev.keyrack.desktop.admin.request.RequestsController;
import dev.keyrack.desktop.admin.request.RequestsViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.ViewModel;
import javafx.scene.Parent;

/// The screens of those who decide what is sold.
final class AdminScreens {

    private final Messages messages;
    private final ViewLoader loader;
    private final CatalogViewModel catalog;
    private final RatesViewModel rates;
    private final RequestsViewModel requests;
    private final ReportViewModel report;

    AdminScreens(Navigation.Surroundings around, Messages messages, ViewLoader loader) {
        this.messages = messages;
        this.loader = loader;
        catalog = new CatalogViewModel(around.runtime(), around.tasks(), messages, around.clock());
        rates = new RatesViewModel(around.runtime(), around.tasks(), messages, around.clock());
        requests = new RequestsViewModel(around.runtime(), around.tasks(), messages);
        report = new ReportViewModel(around.runtime(), around.tasks(), messages, around.clock());
    }

    void open(SiteCopy copy) {
        catalog.open(copy);
        rates.open(copy);
        requests.open(copy);
        report.open(copy);
    }

    Parent load(Screen.Admin wanted) {
        return loader.load(
                switch (wanted) {
                    case Screen.Resources _ -> new CatalogController(catalog, loader);
                    case Screen.Rates _ -> new RatesController(rates, loader, messages.locale());
                    case Screen.Requests _ -> new RequestsController(requests);
                    case Screen.Report _ -> new ReportController(report);
                });
    }

    ViewModel modelOf(Screen.Admin shown) {
        return switch (shown) {
            case Screen.Resources _ -> catalog;
            case Screen.Rates _ -> rates;
            case Screen.Requests _ -> requests;
            case Screen.Report _ -> report;
        };
    }
}
