package dev.keyrack.desktop;

import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.desktop.Screen.Admin.Desk;
import dev.keyrack.desktop.admin.audit.AuditController;
import dev.keyrack.desktop.admin.audit.AuditViewModel;
import dev.keyrack.desktop.admin.catalog.CatalogController;
import dev.keyrack.desktop.admin.catalog.CatalogViewModel;
import dev.keyrack.desktop.admin.device.DevicesController;
import dev.keyrack.desktop.admin.device.DevicesViewModel;
import dev.keyrack.desktop.admin.key.KeysController;
import dev.keyrack.desktop.admin.key.KeysViewModel;
import dev.keyrack.desktop.admin.rates.RatesController;
import dev.keyrack.desktop.admin.rates.RatesViewModel;
import dev.keyrack.desktop.admin.report.ReportController;
import dev.keyrack.desktop.admin.report.ReportViewModel;
import dev.keyrack.desktop.admin.request.RequestsController;
import dev.keyrack.desktop.admin.request.RequestsViewModel;
import dev.keyrack.desktop.admin.staff.StaffController;
import dev.keyrack.desktop.admin.staff.StaffViewModel;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.ViewModel;

/// The screens of those who decide what is sold.
final class AdminScreens {

    private final Messages messages;
    private final CatalogViewModel catalog;
    private final RatesViewModel rates;
    private final RequestsViewModel requests;
    private final ReportViewModel report;
    private final AuditViewModel audit;
    private final StaffViewModel staff;
    private final DevicesViewModel devices;
    private final KeysViewModel keys;

    /// @param proof is asked where a sign-in is too old
    AdminScreens(Surroundings around, Messages messages, ProofViewModel proof) {
        this.messages = messages;
        var runtime = around.runtime();
        var tasks = around.tasks();
        catalog = new CatalogViewModel(runtime, tasks, messages, around.clock());
        rates = new RatesViewModel(runtime, tasks, messages, around.clock());
        requests = new RequestsViewModel(runtime, tasks, messages);
        report = new ReportViewModel(runtime, tasks, messages, around.clock());
        audit = new AuditViewModel(runtime, tasks, messages, around.clock());
        staff = new StaffViewModel(runtime, tasks, messages, proof);
        devices = new DevicesViewModel(runtime, tasks, messages, proof);
        keys = new KeysViewModel(runtime, tasks, messages, around.clock(), proof);
    }

    void open(SiteCopy copy) {
        catalog.open(copy);
        rates.open(copy);
        requests.open(copy);
        report.open(copy);
        audit.open(copy.site());
        devices.open(copy.site());
        keys.open(copy.site());
    }

    AuditViewModel audit() {
        return audit;
    }

    Object controller(Desk desk, ViewLoader loader) {
        return switch (desk) {
            case RESOURCES -> new CatalogController(catalog, loader);
            case RATES -> new RatesController(rates, loader, messages.locale());
            case REQUESTS -> new RequestsController(requests);
            case REPORT -> new ReportController(report);
            case AUDIT -> new AuditController(audit);
            case STAFF -> new StaffController(staff, loader);
            case DEVICES -> new DevicesController(devices);
            case KEYS -> new KeysController(keys);
        };
    }

    ViewModel model(Desk desk) {
        return switch (desk) {
            case RESOURCES -> catalog;
            case RATES -> rates;
            case REQUESTS -> requests;
            case REPORT -> report;
            case AUDIT -> audit;
            case STAFF -> staff;
            case DEVICES -> devices;
            case KEYS -> keys;
        };
    }
}
