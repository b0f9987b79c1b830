package dev.keyrack.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.StayApi;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.value.BookingId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A day of fifty actions at a desk, in the middle of which the server stops, starts and stops again.
class WorkdayIT {

    private static final int ACTIONS = 50;
    private static final int ROOMS = 12;
    private static final int GUESTS = 8;
    private static final long SEED = 20261126;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void leavesDeskAndServerAgreedAndLosesNothing() throws Exception {
        try (Workplace house = new Workplace(folder, ROOMS)) {
            ClientRuntime desk = house.desk("desk");
            SiteCopy copy = house.open(desk);
            List<BookingId> stays = new ArrayList<>();
            for (int guest = 0; guest < GUESTS; guest++) {
                stays.add(house.book(desk, guest, 3));
            }
            Workplace.await("the guests are known", () -> copy.list().size() == GUESTS);

            Map<BookingId, Booking> expected = new HashMap<>();
            Random random = new Random(SEED);
            for (int action = 0; action < ACTIONS; action++) {
                switch (action) {
                    case 10, 35 -> house.stopServer();
                    case 25, 45 -> house.startServer();
                    default -> act(house, copy, stays.get(random.nextInt(GUESTS)), random);
                }
                stays.forEach(id -> expected.put(id, copy.find(id).orElseThrow().booking()));
            }
            Workplace.await("the desk has nothing left to send", () -> copy.countPending() == 0);

            assertThat(copy.listRefused()).as("seed %d", SEED).isEmpty();
            for (BookingId id : stays) {
                Booking there = house.ask(desk, id);
                Booking meant = Objects.requireNonNull(expected.get(id));
                assertThat(there.status()).as("%s, seed %d", id, SEED).isEqualTo(meant.status());
                assertThat(there.notes()).isEqualTo(meant.notes());
                assertThat(there.userDetails()).isEqualTo(meant.userDetails());
                assertThat(there.unitId()).isEqualTo(meant.unitId());
                Workplace.await(
                        "the copy equals the server's record",
                        () -> copy.find(id).orElseThrow().booking().equals(there));
            }
            Workplace.await("the checksums are equal", () -> house.agrees(desk));
        }
    }

    /// What a receptionist does with a guest, whatever is possible now.
    private static void act(Workplace house, SiteCopy copy, BookingId id, Random random) {
        Booking shown = copy.find(id).orElseThrow().booking();
        int kind = random.nextInt(4);
        Mutation mutation = switch (kind) {
            case 0 -> new Mutation.SetNotes(id, shown.notes(), "note " + random.nextInt(1_000));
            case 1 ->
                new Mutation.SetGuest(
                        id,
                        shown.userDetails(),
                        new UserDetails(
                                "Ann " + random.nextInt(100),
                                shown.userDetails().lastName(),
                                null,
                                "+1 234 567"));
            case 2 -> step(id, shown);
            default -> {
                // rooms above those of the guests are free; each guest has one of his own to move to and back
                int own = Integer.parseInt(shown.userDetails().lastName().substring("Lee".length()));
                int other = own < ROOMS - GUESTS ? GUESTS + own : own;
                int target = house.units().get(own).equals(shown.unitId()) ? other : own;
                yield new Mutation.MoveUnit(id, shown.unitId(), house.units().get(target), "R" + (target + 1));
            }
        };
        copy.record(mutation);
    }

    private static Mutation step(BookingId id, Booking shown) {
        return shown.status() == BookingStatus.CHECKED_IN
                ? new Mutation.UndoStep(id, StayApi.Step.CHECK_IN)
                : new Mutation.CheckIn(id, null, null);
    }
}
