package dev.keyrack.desktop.admin.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.AdminRig;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceFormIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void bringsTwoPeoplesTypingTogether() throws Exception {
        try (AdminRig rig = new AdminRig(folder)) {
            ClientRuntime runtime = rig.join("first");
            SiteCopy copy = AdminRig.open(runtime, "sit_city");
            Resource room = AdminRig.answered(runtime.api()
                    .catalog()
                    .getResource(copy.listResources().getFirst().id()));
            ResourceFormViewModel first = form(runtime, copy, new ArrayList<>());
            ResourceFormViewModel second = form(rig.join("second"), copy, new ArrayList<>());
            first.show(room);
            second.show(room);
            first.text(Field.PRICE).set("91.50");
            first.text(Field.DESCRIPTION).set("Quiet.");
            first.save();
            second.text(Field.PRICE).set("95.00");
            second.save();

            assertThat(second.noticeProperty().get()).startsWith("Somebody else changed it just now");
            assertThat(second.text(Field.PRICE).get()).isEqualTo("95.00");
            assertThat(second.text(Field.DESCRIPTION).get()).isEqualTo("Quiet.");
            assertThat(second.theirs()).hasSize(2).last().asString().contains("91.50", "yours stands");

            second.save();
            Resource now = AdminRig.answered(runtime.api().catalog().getResource(room.id()));
            assertThat(now.terms().basePrice()).isEqualByComparingTo("95.00");
            assertThat(now.terms().description()).isEqualTo("Quiet.");
        }
    }

    @Test
    void createsPutsOffSaleAndOnAgain() throws Exception {
        try (AdminRig rig = new AdminRig(folder)) {
            ClientRuntime runtime = rig.join("first");
            SiteCopy copy = AdminRig.open(runtime, "sit_clinic");
            List<Resource> kept = new ArrayList<>();
            ResourceFormViewModel form = form(runtime, copy, kept);
            form.create();
            form.typeNameProperty().set("Appointment");
            form.text(Field.NAME).set("Massage");
            form.text(Field.PRICE).set("40");
            form.text(Field.MONDAY).set("9:00-12:00");
            form.save();
            assertThat(form.noticeProperty().get()).isEqualTo("Saved.");
            assertThat(form.existing().getValue()).isTrue();

            form.text(Field.PRICE).set("45");
            form.switchSale();
            assertThat(form.state().getValue()).isEqualTo("Not on sale");
            assertThat(form.text(Field.PRICE).get()).as("typed, not saved").isEqualTo("45");
            form.switchSale();
            assertThat(form.state().getValue()).isEqualTo("On sale");
            form.save();
            assertThat(kept.getLast().terms().basePrice()).isEqualByComparingTo("45");
        }
    }

    private static ResourceFormViewModel form(ClientRuntime runtime, SiteCopy copy, List<Resource> kept) {
        ResourceFormViewModel form = new ResourceFormViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, kept::add);
        form.open(copy.site());
        return form;
    }
}
