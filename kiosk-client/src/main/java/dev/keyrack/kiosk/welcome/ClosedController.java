package dev.keyrack.kiosk.welcome;

import javafx.fxml.FXML;

/// The first screen of a kiosk that knows its account but has not reached its server yet.
public final class ClosedController {

    private final Runnable staff;

    /// @param staff lets staff set the kiosk up again
    public ClosedController(Runnable staff) {
        this.staff = staff;
    }

    @FXML
    private void onStaff() {
        staff.run();
    }
}
