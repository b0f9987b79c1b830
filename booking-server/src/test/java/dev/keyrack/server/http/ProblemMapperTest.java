package dev.keyrack.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.persistence.DatabaseException;
import dev.keyrack.server.persistence.Json;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMapperTest {

    private static final String BOOKING = "{'resourceId': 'res_1', 'startDate': '2026-12-01', 'endDate': '2026-12-05',"
            + " 'quantity': 1, 'userDetails': {'firstName': 'John', 'lastName': 'Doe', 'email': 'john@example.com'},"
            + " 'paymentMethod': 'credit_card', 'paymentDetails': {'token': 'payment_token_xyz'}}";

    private record Counted(int count, List<String> names) {}

    private static Problem reading(Class<?> type, String json) {
        return ProblemMapper.toProblem(catchThrowable(() -> Json.MAPPER.readValue(json.replace('\'', '"'), type)));
    }

    @Test
    void acceptsTheWholeRequest() {
        assertThat(catchThrowable(() -> Json.MAPPER.readValue(BOOKING.replace('\'', '"'), CreateBooking.class)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'quantity': 1                 | 'quantity': 0                     | quantity | from 1 to 10000
            'quantity': 1                 | 'quantity': '1'                   | quantity | a whole number
            'quantity': 1                 | 'quantity': 1.5                   | quantity | a whole number
            'quantity': 1                 | 'quantity': null                  | quantity | is missing
            'quantity': 1                 | 'quantity': 99999999999999999999  | quantity | a whole number
            'quantity': 1,                |                                   | quantity | is missing
            'startDate': '2026-12-01'     | 'startDate': 5                    | startDate | text
            'resourceId': 'res_1'         | 'resourceId': 'x'                 | resourceId | expected res_ and then
            'resourceId': 'res_1'         | 'resourceId': {}                  | resourceId | not of the expected form
            'john@example.com'            | 'john'                            | userDetails | an email such as
            'firstName': 'John',          |                                   | userDetails.firstName | is missing
            'firstName': 'John'           | 'firstName': null                 | userDetails.firstName | is missing
            'firstName': 'John'           | 'firstName': 'John', 'nick': ''   | userDetails.nick | no such field
            'credit_card'                 | 'gold'                            | paymentMethod | credit_card, pay_on_arrival
            'credit_card'                 | 1                                 | paymentMethod | credit_card, pay_on_arrival
            'payment_token_xyz'           | 'a b'                             | paymentDetails | expected a token
            {'token': 'payment_token_xyz'} | []                               | paymentDetails | not of the expected form
            {'resourceId'                 | {'resourceId' 5                   | body | not well-formed JSON at line 1
            {'resourceId'                 | ['resourceId'                     | body | not
            'quantity': 1                 | 'quantity': 1, 'quantity': 1      | body | not well-formed
            """)
    void namesFieldAndWhatWasExpected(String good, String bad, String field, String expected) {
        assertThat(BOOKING).contains(good);
        Problem problem = reading(CreateBooking.class, BOOKING.replace(good, bad == null ? "" : bad));
        assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_BODY);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.detail()).startsWith(field).contains(expected).doesNotContain("dev.keyrack", "java.");
    }

    @Test
    void namesPlaceInList() {
        assertThat(reading(Counted.class, "{'count': 1, 'names': ['a', 7]}").field())
                .isEqualTo("names[1]");
        assertThat(reading(Counted.class, "{'count': 1, 'names': [null]}").field())
                .startsWith("names");
        assertThat(reading(Counted.class, "{'count': 1, 'names': 'a'}").detail())
                .isEqualTo("names: expected a list");
    }

    @Test
    void refusesWhatTakesAllMemory() {
        assertThat(reading(Tax.class, "{'name': 'VAT', 'kind': 'PERCENT', 'amount': 1e999999999, 'included': true}")
                        .field())
                .isEqualTo("amount");
        assertThat(reading(Object.class, "[".repeat(100)).detail()).contains("nested too deep");
        assertThat(reading(Counted.class, "{'count': 1} trailing").type()).isEqualTo(ProblemType.MALFORMED_BODY);
    }

    @Test
    void mapsWhatTheFrameworkRefuses() {
        assertThat(ProblemMapper.toProblem(new NotFoundException()).type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(ProblemMapper.toProblem(new NotAllowedException("GET")).type())
                .isEqualTo(ProblemType.METHOD_NOT_ALLOWED);
        assertThat(ProblemMapper.toProblem(new NotSupportedException()).type())
                .isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void refusesWhatOnlyTheDatabaseRefused() {
        assertThat(ProblemMapper.toProblem(failure("22001")).type()).isEqualTo(ProblemType.MALFORMED_BODY);
        assertThat(ProblemMapper.toProblem(failure("23505")).type()).isEqualTo(ProblemType.ALREADY_EXISTS);
        assertThat(ProblemMapper.toProblem(failure("23513")).type()).isEqualTo(ProblemType.INTERNAL);
    }

    @Test
    void tellsNothingOfTheUnexpectedButAReference() {
        Problem problem = ProblemMapper.toProblem(new IllegalStateException("secret"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.reference()).isNotBlank();
        assertThat(Json.write(problem)).doesNotContain("secret");
    }

    private static DatabaseException failure(String state) {
        return new DatabaseException("The database failed", new SQLException("reason", state));
    }
}
