package dev.keyrack.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.StayApi;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationsIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Workplace house;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime desk;

    @SuppressWarnings("NullAway.Init")
    private SiteCopy copy;

    @BeforeEach
    void open() throws Exception {
        house = new Workplace(folder, 3);
        desk = house.desk("desk");
        copy = house.open(desk);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private BookingId bookAndSee(int unit) {
        BookingId id = house.book(desk, unit, 2);
        Workplace.await("the booking came by the feed", () -> copy.find(id).isPresent());
        return id;
    }

    private SyncState state(BookingId id) {
        return copy.find(id).orElseThrow().state();
    }

    private Booking shown(BookingId id) {
        return copy.find(id).orElseThrow().booking();
    }

    @Test
    void showsAtOnceWhatWasDoneAndThenWhatTheServerMadeOfIt() {
        BookingId id = bookAndSee(0);

        copy.record(new Mutation.CheckIn(id, null, null));

        assertThat(shown(id).status()).isEqualTo(BookingStatus.CHECKED_IN);
        Workplace.await("the check-in is confirmed", () -> state(id) == SyncState.SYNCED);
        assertThat(house.ask(desk, id)).isEqualTo(shown(id));
        assertThat(copy.countPending()).isZero();
    }

    @Test
    void keepsWorkWhileTheServerIsGoneAndThroughARestartOfTheDesk() {
        BookingId id = bookAndSee(0);
        house.stopServer();
        copy.record(new Mutation.CheckIn(id, null, null));
        copy.record(new Mutation.SetNotes(id, null, "late arrival"));
        house.close(desk);

        desk = house.desk("desk");
        assertThat(desk.signIn(new SignIn(house.account().name(), "wrong"))).isEqualTo(new SignInOutcome.Unanswered());
        copy = house.open(desk);
        assertThat(state(id)).isEqualTo(SyncState.PENDING);
        assertThat(copy.countPending()).isEqualTo(2);
        assertThat(shown(id).notes()).isEqualTo("late arrival");

        house.startServer();
        Workplace.await("all is confirmed", () -> state(id) == SyncState.SYNCED);
        Booking there = house.ask(desk, id);
        assertThat(there.status()).isEqualTo(BookingStatus.CHECKED_IN);
        assertThat(there.notes()).isEqualTo("late arrival");
    }

    @Test
    void putsWorkUponWhatAnotherDeskChangedMeanwhile() {
        BookingId id = bookAndSee(0);
        Booking seen = house.ask(desk, id);
        house.stopServer();
        copy.record(new Mutation.SetNotes(id, null, "allergic to feathers"));
        house.close(desk);
        house.startServer();
        ClientRuntime other = house.desk("other");
        house.open(other);
        other.api()
                .bookings()
                .change(seen, ChangeBooking.NOTHING.withGuest(new UserDetails("Anna", "Lee", null, "+12345")));

        desk = house.desk("desk");
        copy = house.open(desk);
        Workplace.await("the notes are confirmed", () -> state(id) == SyncState.SYNCED);
        Booking there = house.ask(desk, id);
        assertThat(there.notes()).isEqualTo("allergic to feathers");
        assertThat(there.userDetails().firstName()).isEqualTo("Anna");
    }

    @Test
    void putsBeforeAPersonWhatTwoDesksChangedAtOnce() {
        BookingId id = bookAndSee(0);
        house.stopServer();
        copy.record(new Mutation.SetNotes(id, null, "mine"));
        copy.record(new Mutation.CheckIn(id, null, null));
        house.close(desk);
        house.startServer();
        ClientRuntime other = house.desk("other");
        SiteCopy theirs = house.open(other);
        Workplace.await("the other desk sees it", () -> theirs.find(id).isPresent());
        theirs.record(new Mutation.SetNotes(id, null, "theirs"));
        Workplace.await("the other desk is done", () -> theirs.countPending() == 0);

        desk = house.desk("desk");
        copy = house.open(desk);
        Workplace.await("the refusal is told", () -> !copy.listRefused().isEmpty());
        SiteCopy.Refusal refusal = copy.listRefused().getFirst();
        assertThat(refusal.problem().type()).isEqualTo(ProblemType.STALE_REVISION);
        assertThat(state(id)).isEqualTo(SyncState.ATTENTION);
        assertThat(house.ask(desk, id).status())
                .as("what comes after the refusal waits for the decision")
                .isEqualTo(BookingStatus.CONFIRMED);

        copy.drop(refusal.id());
        Workplace.await("the rest goes on", () -> state(id) == SyncState.SYNCED);
        assertThat(house.ask(desk, id).notes()).isEqualTo("theirs");
        assertThat(house.ask(desk, id).status()).isEqualTo(BookingStatus.CHECKED_IN);
    }

    @Test
    void goesOnWithOtherBookingsWhenOneIsRefused() {
        BookingId refused = bookAndSee(0);
        BookingId fine = bookAndSee(1);

        copy.record(new Mutation.UndoStep(refused, StayApi.Step.CHECK_OUT));
        copy.record(new Mutation.CheckIn(fine, null, null));

        Workplace.await("the other is confirmed", () -> state(fine) == SyncState.SYNCED);
        assertThat(copy.listRefused()).hasSize(1);
        assertThat(shown(refused).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void takesForDoneWhatAnotherDeskHasDoneTheSame() {
        BookingId id = bookAndSee(0);
        house.stopServer();
        copy.record(new Mutation.CheckIn(id, null, null));
        house.close(desk);
        house.startServer();
        ClientRuntime other = house.desk("other");
        SiteCopy theirs = house.open(other);
        Workplace.await("the other desk sees it", () -> theirs.find(id).isPresent());
        theirs.record(new Mutation.CheckIn(id, null, null));
        Workplace.await("the other desk is done", () -> theirs.countPending() == 0);

        desk = house.desk("desk");
        copy = house.open(desk);
        Workplace.await("nothing is open", () -> copy.countPending() == 0);
        assertThat(copy.listRefused()).isEmpty();
    }
}
