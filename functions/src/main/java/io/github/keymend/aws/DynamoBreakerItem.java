package io.github.keymend.aws;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.port.BreakerItem;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Remembers the account's circuit breaker in the table of the stores: partition {@code ACCOUNT}, sort key {@code breaker}. */
public final class DynamoBreakerItem implements BreakerItem {
  private static final String PARTITION = "ACCOUNT";
  private static final String SORT = "breaker";
  private final VersionedRows rows;

  /** In the given table. */
  public DynamoBreakerItem(Supplier<DynamoDbClient> dynamo, String table) {
    this.rows = new VersionedRows(dynamo, table);
  }

  @Override
  public Breaker find() {
    return rows.find(PARTITION, SORT).map(ItemJson::readBreaker).orElse(Breaker.CLOSED);
  }

  @Override
  public <R> R change(Function<Breaker, Change<R>> change) {
    return rows.change(PARTITION, SORT, "the breaker", text -> {
      Breaker before = text.map(ItemJson::readBreaker).orElse(Breaker.CLOSED);
      Change<R> next = change.apply(before);
      boolean same = next.breaker().equals(before);
      return new VersionedRows.Change<>(
          same ? null : ItemJson.write(next.breaker()), null, next.result());
    });
  }
}
