package dev.keyrack.kiosk.flow;

/// What an arriving guest has typed so far: the code on the ticket, and the last name.
public record ArrivalInput(String code, String lastName) {

    public static final ArrivalInput EMPTY = new ArrivalInput("", "");
}
