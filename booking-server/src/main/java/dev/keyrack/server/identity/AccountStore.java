package dev.keyrack.server.identity;

import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Transaction;
import java.util.Optional;

/// Accounts, through Hibernate.
final class AccountStore {

    Optional<AccountEntity> findByName(Transaction tx, String name) {
        return tx.session()
                .createSelectionQuery("from AccountEntity where name = :name", AccountEntity.class)
                .setParameter("name", name)
                .uniqueResultOptional();
    }

    Optional<AccountEntity> find(Transaction tx, UserId id) {
        return Optional.ofNullable(tx.session().find(AccountEntity.class, id.value()));
    }

    boolean isEmpty(Transaction tx) {
        return tx.session()
                        .createSelectionQuery("select count(*) from AccountEntity", Long.class)
                        .getSingleResult()
                == 0;
    }

    boolean hasSite(Transaction tx, SiteId id) {
        return tx.find("select 1 from site where id = ?", row -> true, id).isPresent();
    }

    void add(Transaction tx, AccountEntity account) {
        tx.session().persist(account);
    }
}
