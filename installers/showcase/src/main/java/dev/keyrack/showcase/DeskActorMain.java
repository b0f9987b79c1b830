package dev.keyrack.showcase;

import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.board.BoardMap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// The front desk with a receptionist before it.
public final class DeskActorMain {

    private final Stagehand stagehand;
    private final FxRobot robot;

    private DeskActorMain(Stagehand stagehand) {
        this.stagehand = stagehand;
        this.robot = stagehand.robot();
    }

    public static void main(String... arguments) throws IOException, TimeoutException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        List<String> all = List.of(arguments);
        DeskActorMain receptionist =
                new DeskActorMain(new Stagehand(DesktopApp.class, Path.of(all.getFirst()), all.subList(1, all.size())));
        Stagehand.serve(receptionist::act, out);
    }

    private String act(String what, List<String> with) {
        return switch (what) {
            case "sign in" -> signIn(with.get(0), with.get(1));
            case "sell a walk-in" -> sell(with.get(0), with.get(1));
            default -> throw new IllegalArgumentException("nobody taught the receptionist to " + what);
        };
    }

    private String signIn(String name, String password) {
        stagehand.click("#name");
        robot.write(name);
        stagehand.click("#password");
        robot.write(password);
        stagehand.click("#enter");
        stagehand.awaitNode("#board");
        stagehand.await("the board has stays", () -> BoardMap.of(board()).countStays() > 0);
        stagehand.picture("desk-1-board");
        return stagehand.text("connection");
    }

    private Node board() {
        return stagehand.find("#board", Node.class);
    }

    /// Answers the code.
    private String sell(String firstName, String lastName) {
        robot.type(KeyCode.F2);
        stagehand.awaitNode("#payCard");
        stagehand.click("#lastName");
        robot.write(lastName);
        stagehand.click("#firstName");
        robot.write(firstName);
        stagehand.picture("desk-2-walk-in");
        stagehand.click("#payCard");
        stagehand.awaitNode("#soldCode");
        stagehand.picture("desk-3-sold");
        String code = stagehand.text("soldCode");
        stagehand.click("#show");
        stagehand.await("the booking is shown", () -> stagehand.text("code").equals(code));
        stagehand.picture("desk-4-booking");
        return code;
    }
}
