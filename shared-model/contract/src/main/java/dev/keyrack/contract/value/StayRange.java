package dev.keyrack.contract.value;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The nights from check-in to the day before check-out, as local dates of the site; at most 366.
public record StayRange(LocalDate checkIn, LocalDate checkOut) implements Period {

    private static final int LONGEST = 366;

    /// @throws IllegalArgumentException if there is no night in it, or too many
    public StayRange {
        long nights = ChronoUnit.DAYS.between(checkIn, checkOut);
        if (nights < 1 || nights > LONGEST) {
            throw new IllegalArgumentException("expected an end date 1 to " + LONGEST + " days after the start date");
        }
    }

    public List<LocalDate> nights() {
        return checkIn.datesUntil(checkOut).toList();
    }

    @Override
    public LocalDate firstDay(ZoneId zone) {
        return checkIn;
    }

    @Override
    public LocalDate lastDay(ZoneId zone) {
        return checkOut;
    }

    @Override
    public String startText() {
        return checkIn.toString();
    }

    @Override
    public String endText() {
        return checkOut.toString();
    }
}
