package dev.keyrack.desktop.admin.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.AdminRig;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void tellsTheSlowerWhatTheFasterDecided() throws Exception {
        try (AdminRig rig = new AdminRig(folder)) {
            ClientRuntime runtime = rig.join("first");
            SiteCopy copy = AdminRig.open(runtime, "sit_city");
            BookingId asked =
                    rig.request(runtime, copy.listResources().getFirst().id(), "Sousa", 12);
            RequestsViewModel first = model(runtime, asked);
            RequestsViewModel second = model(rig.join("second"), asked);

            first.approve();
            second.decline();

            assertThat(first.noticeProperty().get()).isEqualTo("Marie-Luise Sousa: confirmed. The guest is told.");
            assertThat(second.noticeProperty().get())
                    .isEqualTo("Somebody else was faster. Marie-Luise Sousa: confirmed.");
            assertThat(second.rows()).isEmpty();
            assertThat(AdminRig.answered(runtime.api().bookings().get(asked)).status())
                    .isEqualTo(BookingStatus.CONFIRMED);
        }
    }

    private static RequestsViewModel model(ClientRuntime runtime, BookingId asked) {
        SiteCopy copy = AdminRig.open(runtime, "sit_city");
        AdminRig.await(() -> copy.find(asked)
                .filter(known -> known.booking().status() == BookingStatus.REQUESTED)
                .isPresent());
        RequestsViewModel model = new RequestsViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH);
        model.open(copy);
        return model;
    }
}
