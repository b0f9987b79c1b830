package dev.keyrack.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sale.Sale;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.terminal.Gesture;
import dev.keyrack.terminal.TerminalSimulator;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sales by card through the real client, server and terminal; what the terminal approved and did not give back is the
/// money that moved.
class SalesIT {

    private static final int ROOMS = 40;
    private static final long SEED = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Workplace house;

    @SuppressWarnings("NullAway.Init")
    private TerminalSimulator terminal;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime desk;

    @SuppressWarnings("NullAway.Init")
    private SiteCopy copy;

    @BeforeEach
    void open() throws Exception {
        house = new Workplace(folder, ROOMS);
        terminal = new TerminalSimulator(folder.resolve("journal"), 0);
        desk = house.desk("desk", terminal.address());
        copy = house.open(desk);
    }

    @AfterEach
    void close() {
        house.close();
        terminal.close();
    }

    private Sale sale(int unit) {
        CreateBooking wanted = new CreateBooking(
                house.resource(),
                house.today().toString(),
                house.today().plusDays(1).toString(),
                Quantity.ONE,
                new UserDetails("Ann", "Lee", "ann@example.com", null),
                CreateBooking.PaymentMethod.CREDIT_CARD,
                null,
                null,
                1,
                house.units().get(unit),
                null,
                null);
        return Sale.of(wanted, new BigDecimal("150.00"), CurrencyUnit.USD);
    }

    private SaleOutcome sell(Sale sale, Gesture gesture) throws InterruptedException {
        terminal.gesture(gesture);
        return desk.sales().sell(sale);
    }

    private static Booking only(List<SiteCopy.Known> all) {
        assertThat(all).hasSize(1);
        return all.getFirst().booking();
    }

    @Test
    void sellsOnceWhenTheLineDropsAfterTheApproval() throws Exception {
        Sale sale = sale(0);

        assertThat(sell(sale, Gesture.DROP)).isInstanceOf(SaleOutcome.Sold.class);
        assertThat(terminal.listApproved()).containsExactly(sale.id());
        Workplace.await("the sale came by the feed", () -> !copy.list().isEmpty());
        assertThat(only(copy.list()).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void takesNoMoneyWhenTheLineDropsBeforeTheBankIsAsked() throws Exception {
        assertThat(sell(sale(0), Gesture.DROP_BEFORE)).isInstanceOf(SaleOutcome.NotPaid.class);
        assertThat(terminal.listApproved()).isEmpty();
    }

    @Test
    void saysWhyACardWasNotTaken() throws Exception {
        assertThat(sell(sale(0), Gesture.DECLINE))
                .isEqualTo(new SaleOutcome.NotPaid(SaleOutcome.NotPaid.Reason.DECLINED));
        assertThat(sell(sale(0), Gesture.CANCEL))
                .isEqualTo(new SaleOutcome.NotPaid(SaleOutcome.NotPaid.Reason.CANCELLED));
        assertThat(sell(sale(0), Gesture.BUSY)).isEqualTo(new SaleOutcome.NotPaid(SaleOutcome.NotPaid.Reason.BUSY));
        assertThat(desk.sales().listOpen()).isEmpty();
    }

    @Test
    void givesTheMoneyBackWhenTheRoomIsGone() throws Exception {
        house.book(desk, 0, 1);

        SaleOutcome outcome = sell(sale(0), Gesture.APPROVE);

        assertThat(outcome).isInstanceOfSatisfying(SaleOutcome.Refused.class, refused -> {
            assertThat(refused.problem().type()).isEqualTo(ProblemType.UNIT_TAKEN);
            assertThat(refused.money()).isEqualTo(SaleOutcome.Money.GIVEN_BACK);
        });
        assertThat(terminal.listApproved()).isEmpty();
    }

    @Test
    void finishesByItselfWhatTheServerDidNotAnswer() throws Exception {
        house.stopServer();
        assertThat(sell(sale(0), Gesture.APPROVE)).isInstanceOf(SaleOutcome.Open.class);
        house.close(desk);

        house.startServer();
        desk = house.desk("desk", terminal.address());
        copy = house.open(desk);
        var _ = desk.sales();
        Workplace.await("the sale is done", () -> copy.list().size() == 1);
        assertThat(terminal.listApproved()).hasSize(1);
    }

    @Test
    void neverLeavesMoneyWithoutABookingOrABookingWithoutMoney() throws Exception {
        Random random = new Random(SEED);
        List<Gesture> gestures = List.of(
                Gesture.APPROVE, Gesture.DECLINE, Gesture.DROP, Gesture.DROP_BEFORE, Gesture.CANCEL, Gesture.BUSY);
        List<String> sold = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            // fewer rooms than sales: some are wanted again
            Sale sale = sale(random.nextInt(15));
            if (sell(sale, gestures.get(random.nextInt(gestures.size()))) instanceof SaleOutcome.Sold) {
                sold.add(sale.id());
            }
        }

        assertThat(desk.sales().listOpen()).isEmpty();
        assertThat(terminal.listApproved()).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(sold);
        Workplace.await(
                "the copy has all sales",
                () -> copy.list().stream()
                                .filter(known -> known.booking().status() == BookingStatus.CONFIRMED)
                                .count()
                        == sold.size());
    }
}
