package dev.keyrack.showcase;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.sale.Receipts;
import dev.keyrack.desktop.sale.SaleViewModel;
import dev.keyrack.desktop.sale.Start;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Sells in cash at a desk. The desk looks for what is free and keeps it in one go.
final class RacingDesk implements Racer {

    private final ClientRuntime runtime;
    private final Site site;
    private final SaleViewModel model;
    private Start start = new Start(null, null, null, null);

    RacingDesk(URI server, Path folder, SignIn account) {
        runtime = new ClientRuntime(
                LaunchOptions.of(List.of("--server=" + server, "--folder=" + folder)), Clock.systemUTC());
        runtime.start();
        site = ((SignInOutcome.Online) runtime.signIn(account)).sites().getFirst();
        model = new SaleViewModel(
                runtime,
                UiTasks.onCaller(),
                Messages.of(DesktopApp.class, Locale.ENGLISH),
                Clock.systemUTC(),
                new SaleViewModel.Ways(() -> {}, _ -> {}, new Receipts(runtime, folder, _ -> {})));
        model.open(site);
    }

    boolean knows(Resource room) {
        SiteCopy copy = runtime.openSite(site);
        return copy.listResources().stream().anyMatch(each -> each.id().equals(room.id()));
    }

    @Override
    public void arrive(Resource room, StayRange night) {
        start = new Start(room.id(), null, night.checkIn(), night.checkOut());
    }

    @Override
    public void race() {
        model.begin(start);
        model.guest().lastNameProperty().set("Desk");
        model.guest().firstNameProperty().set("Dora");
        model.payInCash();
    }

    @Override
    public boolean isSold() {
        return model.resultProperty().get() != null;
    }

    @Override
    public String told() {
        return Objects.requireNonNullElse(model.stay().noticeProperty().get(), "");
    }

    @Override
    public List<LocalDate> alternatives() {
        return model.stay().alternatives().stream()
                .map(each -> LocalDate.parse(each.startDate()))
                .toList();
    }

    @Override
    public void close() {
        runtime.stop();
    }
}
