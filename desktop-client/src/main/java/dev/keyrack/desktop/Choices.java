package dev.keyrack.desktop;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.desktop.Screen.Admin.Desk;
import dev.keyrack.desktop.day.DayList;
import dev.keyrack.desktop.shell.Choice;
import dev.keyrack.desktop.shell.Choice.Section;
import dev.keyrack.fx.Messages;
import java.util.List;
import java.util.stream.Stream;

/// What the frame offers to whom: the rail from top to bottom, then the actions.
final class Choices {

    private final Navigation navigation;
    private final Messages messages;

    Choices(Navigation navigation, Messages messages) {
        this.navigation = navigation;
        this.messages = messages;
    }

    List<Choice> list(Role role) {
        return Stream.of(desk(), admin(), actions())
                .flatMap(List::stream)
                .filter(choice -> choice.section() != Section.ADMIN || decidesWhatIsSold(role))
                .toList();
    }

    static boolean decidesWhatIsSold(Role role) {
        return role == Role.MANAGER || role == Role.PROVIDER_ADMIN;
    }

    private List<Choice> desk() {
        return List.of(
                place(new Screen.Board(), messages.text("shell.place.board"), "fth-calendar")
                        .onKey("F4"),
                ofDay(DayList.ARRIVALS, messages.text("shell.place.arrivals"), "fth-log-in")
                        .onKey("F5"),
                ofDay(DayList.IN_HOUSE, messages.text("shell.place.inhouse"), "fth-home")
                        .onKey("F6"),
                ofDay(DayList.DEPARTURES, messages.text("shell.place.departures"), "fth-log-out")
                        .onKey("F7"),
                ofDay(DayList.REQUESTS, messages.text("shell.place.requests"), "fth-inbox")
                        .onKey("F8"),
                ofDay(DayList.UNPAID, messages.text("shell.place.unpaid"), "fth-credit-card")
                        .onKey("F9"),
                place(new Screen.Agenda(), messages.text("shell.place.agenda"), "fth-clock"),
                place(new Screen.Performances(), messages.text("shell.place.performances"), "fth-music"),
                place(new Screen.Guests(), messages.text("shell.place.guests"), "fth-users")
                        .onKey("F3"),
                place(new Screen.Attention(), messages.text("shell.place.attention"), "fth-alert-triangle")
                        .counting(navigation.shell().refused())
                        .onKey("F11"));
    }

    private List<Choice> admin() {
        return List.of(
                admin(Desk.RESOURCES, messages.text("shell.place.resources"), "fth-package"),
                admin(Desk.RATES, messages.text("shell.place.rates"), "fth-tag"),
                admin(Desk.REQUESTS, messages.text("shell.place.approvals"), "fth-check-square"),
                admin(Desk.REPORT, messages.text("shell.place.report"), "fth-bar-chart-2"),
                admin(Desk.AUDIT, messages.text("shell.place.audit"), "fth-shield")
                        .counting(navigation.screens().audit().alertCount()),
                admin(Desk.STAFF, messages.text("shell.place.staff"), "fth-user-check"),
                admin(Desk.DEVICES, messages.text("shell.place.devices"), "fth-tablet"),
                admin(Desk.KEYS, messages.text("shell.place.keys"), "fth-key"));
    }

    private List<Choice> actions() {
        return List.of(
                action("sell", messages.text("shell.action.sell"), "fth-plus-circle", navigation::sell)
                        .onKey("F2"),
                action("find", messages.text("shell.action.find"), "fth-search", navigation::find)
                        .onKey("Shortcut+K"),
                action("today", messages.text("shell.action.today"), "fth-sun", navigation::showToday)
                        .onKey("F12"));
    }

    private Choice ofDay(DayList list, String title, String icon) {
        return place(new Screen.OfDay(list), title, icon)
                .counting(navigation.screens().day().count(list));
    }

    private Choice place(Screen screen, String title, String icon) {
        return Choice.of(nameOf(screen), Section.DESK, title, icon, () -> navigation.go(screen));
    }

    private Choice admin(Desk desk, String title, String icon) {
        Screen screen = new Screen.Admin(desk);
        return Choice.of(nameOf(screen), Section.ADMIN, title, icon, () -> navigation.go(screen));
    }

    private static Choice action(String id, String title, String icon, Runnable run) {
        return Choice.of(id, Section.ACTION, title, icon, run);
    }

    /// The name of a screen's place in the rail.
    static String nameOf(Screen screen) {
        return switch (screen) {
            case Screen.Board _ -> "board";
            case Screen.OfDay(DayList list) ->
                switch (list) {
                    case ARRIVALS -> "arrivals";
                    case IN_HOUSE -> "inhouse";
                    case DEPARTURES -> "departures";
                    case REQUESTS -> "requests";
                    case UNPAID -> "unpaid";
                };
            case Screen.Sale _ -> "sell";
            case Screen.Agenda _ -> "agenda";
            case Screen.Performances _ -> "performances";
            case Screen.Guests _ -> "guests";
            case Screen.Attention _ -> "attention";
            case Screen.Account _ -> "account";
            case Screen.Admin(Desk desk) ->
                switch (desk) {
                    case RESOURCES -> "resources";
                    case RATES -> "rates";
                    case REQUESTS -> "approvals";
                    case REPORT -> "report";
                    case AUDIT -> "audit";
                    case STAFF -> "staff";
                    case DEVICES -> "devices";
                    case KEYS -> "keys";
                };
        };
    }
}
