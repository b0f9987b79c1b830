package dev.keyrack.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static String render(NoticeKind kind, dev.keyrack.contract.booking.Booking booking) {
        return CalendarFile.render(kind, booking, Stays.HOTEL, "desk@example.com", "zoe@example.com");
    }

    @Test
    void writesNightsAsWholeDays() {
        assertThat(render(NoticeKind.CONFIRMED, Stays.stay())).isEqualTo("""
                BEGIN:VCALENDAR
                PRODID:-//Keyrack//Keyrack//EN
                VERSION:2.0
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:bkg_01hq7z8y3k5m9n2p4r6s8t0v2w@keyrack
                DTSTAMP:20270301T090001Z
                SEQUENCE:3
                DTSTART;VALUE=DATE:20270701
                DTEND;VALUE=DATE:20270705
                TRANSP:TRANSPARENT
                SUMMARY:Double room with a view of the river (K7RT2M9Q)
                LOCATION:Pensão São João & Söhne\\, Lisbon\\, Portugal
                STATUS:CONFIRMED
                ORGANIZER:mailto:desk@example.com
                ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:zoe@example.com
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
    }

    @Test
    void writesTimesInUtc() {
        assertThat(render(NoticeKind.CHANGED, Stays.appointment()))
                .contains("DTSTART:20270701T090000Z\r\n", "DTEND:20270701T094500Z\r\n", "METHOD:REQUEST\r\n")
                .doesNotContain("TRANSP");
    }

    @Test
    void takesACancelledBookingOutOfTheCalendar() {
        assertThat(render(NoticeKind.CANCELLED, Stays.stay()))
                .contains(
                        "METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "UID:bkg_01hq7z8y3k5m9n2p4r6s8t0v2w@keyrack\r\n");
    }

    @Test
    void requestIsTentative() {
        assertThat(render(NoticeKind.REQUESTED, Stays.stay())).contains("STATUS:TENTATIVE\r\n");
    }
}
