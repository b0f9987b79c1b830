package dev.keyrack.desktop.party;

import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Finds guests that are known here while a name is typed.
public final class GuestSearch {

    private static final int SHORTEST = 2;
    private static final int BOOKINGS = 40;
    private static final int MOST = 5;

    private final UiTasks tasks;
    private final Messages messages;
    private final GuestForm form;
    private final ObservableList<GuestMatch> matches = FXCollections.observableArrayList();
    private @Nullable SiteCopy copy;
    private boolean filling;
    private int turn;

    public GuestSearch(UiTasks tasks, Messages messages, GuestForm form) {
        this.tasks = tasks;
        this.messages = messages;
        this.form = form;
        form.lastNameProperty().subscribe(this::look);
        form.firstNameProperty().subscribe(this::look);
    }

    public void in(SiteCopy open) {
        copy = open;
        matches.clear();
    }

    public ObservableList<GuestMatch> matches() {
        return matches;
    }

    public void choose(GuestMatch match) {
        filling = true;
        form.fill(match.details());
        filling = false;
        turn++;
        matches.clear();
    }

    private void look() {
        SiteCopy open = copy;
        String typed = (form.firstNameProperty().get().strip() + " "
                        + form.lastNameProperty().get().strip())
                .strip();
        int mine = ++turn;
        if (filling || open == null || typed.length() < SHORTEST) {
            matches.clear();
            return;
        }
        tasks.run(() -> list(open, typed))
                .onDone(found -> {
                    if (mine == turn) {
                        matches.setAll(found);
                    }
                })
                .onFailed(failure -> matches.clear());
    }

    private List<GuestMatch> list(SiteCopy open, String typed) {
        Map<GuestId, Booking> latest = new LinkedHashMap<>();
        open.search(typed, BOOKINGS)
                .forEach(known -> latest.putIfAbsent(known.booking().guestId(), known.booking()));
        return latest.values().stream()
                .limit(MOST)
                .map(each -> new GuestMatch(
                        each.guestId(),
                        each.userDetails(),
                        line(each, open.site().timeZone())))
                .toList();
    }

    private String line(Booking latest, ZoneId zone) {
        UserDetails known = latest.userDetails();
        String reach = Stream.of(known.email(), known.phone())
                .filter(each -> each != null)
                .collect(Collectors.joining(", "));
        return messages.text(
                "party.guest.match",
                known.firstName() + " " + known.lastName(),
                reach,
                new Dates(messages.locale()).date(latest.period().firstDay(zone)));
    }
}
