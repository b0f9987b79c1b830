package dev.keyrack.client.api;

import dev.keyrack.client.api.ServerCalls.Request;
import dev.keyrack.contract.staff.ChangeStaff;
import dev.keyrack.contract.staff.InviteStaff;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.contract.value.UserId;
import java.util.List;

/// Who works for the provider, for managers. Changes ask for a proof that is not old.
public final class StaffApi {

    private final ServerCalls calls;

    StaffApi(ServerCalls calls) {
        this.calls = calls;
    }

    public ApiOutcome<List<StaffMember>> list() {
        return calls.send(calls.at("staff"), Request.get(), StaffMember[].class).map(List::of);
    }

    public ApiOutcome<StaffMember> invite(InviteStaff wanted) {
        return calls.send(calls.at("staff"), Request.post(wanted), StaffMember.class);
    }

    public ApiOutcome<StaffMember> change(UserId person, ChangeStaff wanted) {
        return calls.send(calls.at("staff").path(person.value()), Request.put(wanted), StaffMember.class);
    }
}
