package dev.keyrack.showcase;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.StayRange;
import java.time.LocalDate;
import java.util.List;

/// Somebody who wants the last room, before a program without its screen.
interface Racer extends AutoCloseable {

    /// Comes as far as one comes before the server keeps anything.
    void arrive(Resource room, StayRange night);

    /// Takes the room and pays for it, as far as the program lets one.
    void race();

    /// Whether the screen says that the room was sold here.
    boolean isSold();

    /// What the screen says to who was slower.
    String told();

    /// The dates of arrival of what the screen offers instead, the first one first.
    List<LocalDate> alternatives();

    @Override
    void close();
}
