package dev.keyrack.desktop.admin.request;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.copy.CopyReading;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The requests of a site, oldest first, and the decision about one. The server lets one decision stand: who comes
/// second is told what the first decided.
public final class RequestsViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final AnswerText answers;
    private final CopyReading<List<RequestRow>> reading;
    private final ObservableList<RequestRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RequestRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final Set<BookingId> decided = new HashSet<>();
    private final Map<Attempt, String> keys = new HashMap<>();

    /// A decision.
    enum Decision {
        APPROVE,
        DECLINE
    }

    /// One decision about one request, however often it is sent.
    private record Attempt(BookingId booking, Decision decision) {}

    public RequestsViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        answers = new AnswerText(messages);
        reading = new CopyReading<>(runtime, tasks, this::read, this::take, _ -> notice.set(answers.failure()));
    }

    /// Shows a site from now on.
    public void open(SiteCopy copy) {
        selected.set(null);
        rows.clear();
        notice.set("");
        reading.open(copy);
    }

    @Override
    public void onShow() {
        reading.onShow();
    }

    @Override
    public void onHide() {
        reading.onHide();
    }

    private List<RequestRow> read(SiteCopy copy) {
        List<Booking> all = copy.list().stream().map(SiteCopy.Known::booking).toList();
        List<Resource> resources = copy.listResources();
        return all.stream()
                .filter(booking -> booking.status() == BookingStatus.REQUESTED)
                .sorted(Comparator.comparing(Booking::createdAt))
                .map(booking -> row(booking, all, resources, copy.site()))
                .toList();
    }

    private RequestRow row(Booking request, List<Booking> all, List<Resource> resources, Site site) {
        List<Booking> others = RequestRule.others(request, all);
        String load = resources.stream()
                .filter(resource -> resource.id().equals(request.resourceId()))
                .map(resource -> RequestRule.tightest(request, others, resource))
                .map(found -> messages.text("requests.pane.load", found.taken(), found.capacity()))
                .findFirst()
                .orElse("");
        UserDetails guest = request.userDetails();
        return new RequestRow(
                request,
                name(guest),
                Stream.of(guest.email(), guest.phone())
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.joining(" · ")),
                messages.text(
                        "requests.pane.wish",
                        request.resourceName(),
                        request.quantity().count(),
                        request.guests()),
                period(request, site),
                new Amounts(messages.locale()).format(request.totalPrice(), request.currency()) + ", "
                        + payment(request.paymentStatus()),
                load,
                others.stream()
                        .map(each ->
                                name(each.userDetails()) + ", " + period(each, site) + ", " + status(each.status()))
                        .toList());
    }

    private static String name(UserDetails guest) {
        return guest.firstName() + " " + guest.lastName();
    }

    private String period(Booking booking, Site site) {
        Dates dates = new Dates(messages.locale());
        return switch (booking.period()) {
            case StayRange(LocalDate from, LocalDate to) ->
                messages.text("requests.pane.nights", dates.range(from, to), ChronoUnit.DAYS.between(from, to));
            case TimeRange time -> dates.moment(time.start(), site.timeZone());
        };
    }

    private String payment(PaymentStatus status) {
        return switch (status) {
            case PAID -> messages.text("requests.payment.paid");
            case AUTHORISED -> messages.text("requests.payment.reserved");
            case PENDING, UNKNOWN -> messages.text("requests.payment.pending");
            case UNPAID, VOIDED, DECLINED -> messages.text("requests.payment.unpaid");
            case REFUNDED, PARTIALLY_REFUNDED -> messages.text("requests.payment.refunded");
        };
    }

    private String status(BookingStatus status) {
        return switch (status) {
            case REQUESTED -> messages.text("requests.status.requested");
            case CONFIRMED -> messages.text("requests.status.confirmed");
            case CHECKED_IN -> messages.text("requests.status.inhouse");
            case COMPLETED -> messages.text("requests.status.completed");
            case CANCELLED -> messages.text("requests.status.cancelled");
            case DECLINED -> messages.text("requests.status.declined");
            case NO_SHOW -> messages.text("requests.status.noshow");
            case UNKNOWN -> messages.text("requests.status.unknown");
        };
    }

    private void take(List<RequestRow> found) {
        RequestRow before = selected.get();
        List<RequestRow> open = found.stream()
                .filter(row -> !decided.contains(row.booking().bookingId()))
                .toList();
        rows.setAll(open);
        selected.set(open.stream()
                .filter(row -> before != null
                        && row.booking().bookingId().equals(before.booking().bookingId()))
                .findFirst()
                .orElse(open.isEmpty() ? null : open.getFirst()));
    }

    public void approve() {
        decide(Decision.APPROVE);
    }

    public void decline() {
        decide(Decision.DECLINE);
    }

    private void decide(Decision decision) {
        RequestRow row = selected.get();
        if (row == null || working.get()) {
            return;
        }
        working.set(true);
        notice.set("");
        BookingId id = row.booking().bookingId();
        String key = keys.computeIfAbsent(
                new Attempt(id, decision), _ -> UUID.randomUUID().toString());
        tasks.run(() -> send(id, decision, key))
                .onDone(outcome -> {
                    working.set(false);
                    tell(row, outcome);
                })
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(answers.failure());
                });
    }

    private sealed interface Told {

        /// This decision stands.
        record Done(Booking booking) implements Told {}

        /// Somebody else's decision stands.
        record Before(Booking booking) implements Told {}

        record Problematic(String text) implements Told {}
    }

    private Told send(BookingId id, Decision decision, String key) {
        var stays = runtime.api().stays();
        ApiOutcome<Booking> outcome = switch (decision) {
            case APPROVE -> stays.approve(id, key);
            case DECLINE -> stays.decline(id, key);
        };
        return switch (outcome) {
            case ApiOutcome.Answered<Booking>(Booking booking) -> new Told.Done(booking);
            case ApiOutcome.Refused<Booking>(Problem problem)
            when problem.type() == ProblemType.WRONG_STATUS -> look(id, problem);
            case ApiOutcome.Refused<Booking>(Problem problem) -> new Told.Problematic(answers.refusal(problem));
            case ApiOutcome.Unanswered<Booking> _ -> new Told.Problematic(answers.silence());
        };
    }

    private Told look(BookingId id, Problem problem) {
        if (runtime.api().bookings().get(id) instanceof ApiOutcome.Answered<Booking>(Booking now)) {
            return now.status() == BookingStatus.REQUESTED
                    ? new Told.Problematic(messages.text("requests.notice.payment"))
                    : new Told.Before(now);
        }
        return new Told.Problematic(answers.refusal(problem));
    }

    private void tell(RequestRow row, Told told) {
        switch (told) {
            case Told.Done(Booking booking) -> {
                leave(booking.bookingId());
                notice.set(messages.text("requests.notice.done", row.guest(), status(booking.status())));
            }
            case Told.Before(Booking booking) -> {
                leave(booking.bookingId());
                notice.set(messages.text("requests.notice.late", row.guest(), status(booking.status())));
            }
            case Told.Problematic(String text) -> notice.set(text);
        }
    }

    private void leave(BookingId id) {
        decided.add(id);
        take(List.copyOf(rows));
        reading.read();
    }

    public ObservableList<RequestRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable RequestRow> selectedProperty() {
        return selected;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObservableValue<String> title() {
        return Bindings.createStringBinding(() -> messages.text("requests.list.title", rows.size()), rows);
    }

    public ObservableValue<Boolean> decisionAllowed() {
        return Bindings.createBooleanBinding(() -> selected.get() != null && !working.get(), selected, working);
    }
}
