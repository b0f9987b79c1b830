package dev.keyrack.fx.check;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Finds labels that the screen cuts off.
public final class Labels {

    private Labels() {}

    /// The texts under the node that are not shown in full.
    public static List<String> clipped(Parent root) {
        return CalmRobot.look(() -> root.lookupAll(".label, .button, .check-box, .hyperlink").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(Node::isVisible)
                .filter(Labels::isClipped)
                .map(Labeled::getText)
                .toList());
    }

    private static boolean isClipped(Labeled labeled) {
        return labeled.lookup(".text") instanceof Text text && !text.getText().equals(labeled.getText());
    }
}
