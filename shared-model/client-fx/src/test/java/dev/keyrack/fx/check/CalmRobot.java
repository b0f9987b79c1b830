package dev.keyrack.fx.check;

import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Node;
import org.testfx.api.FxRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A robot that looks for nodes on the toolkit's own thread, so that a screen may change while it looks.
public final class CalmRobot extends FxRobot {

    private static final int PATIENCE_MILLIS = 20_000;

    @Override
    public NodeQuery lookup(String query) {
        return look(() -> super.lookup(query));
    }

    @Override
    public NodeQuery from(Node... parents) {
        return look(() -> super.from(parents));
    }

    /// Asks on the toolkit's thread.
    public static <T> T look(Callable<T> question) {
        if (!Platform.isFxApplicationThread()) {
            return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, question);
        }
        try {
            return question.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
