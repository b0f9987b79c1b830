package dev.keyrack.fx.check;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Finds labels that the screen cuts off.
public final class Labels {

    private Labels() {}

    /// The texts under the node that are not shown in full once it is laid out; what was typed into a field scrolls
    /// away, and a cell of a list or table shows data of any length.
    public static List<String> clipped(Parent root) {
        return CalmRobot.look(
                () -> list(root).filter(Labels::isClipped).map(Labeled::getText).toList());
    }

    private static Stream<Labeled> list(Parent root) {
        root.applyCss();
        root.layout();
        return root.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(label -> isShown(label)
                        && !isInCell(label)
                        && label.getText() != null
                        && !label.getText().isBlank()
                        && label.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
                        && label.getAccessibleRole() != AccessibleRole.TEXT_FIELD);
    }

    /// The texts under the node that reach out of the box that they are in; what is in a scroll pane may.
    public static List<String> spilled(Parent root) {
        return CalmRobot.look(() -> list(root)
                .filter(label -> label instanceof Label && spills(label))
                .map(Labeled::getText)
                .toList());
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static boolean isInCell(Node node) {
        return node instanceof Cell || (node.getParent() != null && isInCell(node.getParent()));
    }

    private static boolean spills(Node label) {
        Bounds area = label.localToScene(label.getLayoutBounds());
        for (Node around = label.getParent(); around != null; around = around.getParent()) {
            if (around.getParent() != null && around.getParent().getStyleClass().contains("viewport")) {
                return false;
            }
            Bounds box = around.localToScene(around.getLayoutBounds());
            if (area.getMinX() < box.getMinX() - 1
                    || area.getMaxX() > box.getMaxX() + 1
                    || area.getMinY() < box.getMinY() - 1
                    || area.getMaxY() > box.getMaxY() + 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClipped(Labeled labeled) {
        String whole = labeled.isMnemonicParsing() ? labeled.getText().replaceFirst("_", "") : labeled.getText();
        return labeled.lookup(".text") instanceof Text text && !text.getText().equals(whole);
    }
}
