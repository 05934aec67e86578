package io.github.keymend.lab.template;

import io.github.keymend.aws.DynamoBreakerItem;
import io.github.keymend.aws.DynamoStoreItems;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.StoreItems;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * Which actions of DynamoDB each call of the memory needs, found by making the call through the adapter that is deployed. A
 * transaction needs no permission of its own but those of what is in it (DynamoDB Developer Guide, "Using IAM with DynamoDB
 * transactions").
 */
final class TableCalls {
  private static final Identity STORE =
      new Identity("cks-1", "payments", StoreType.AWS_CLOUDHSM, "cluster-1");
  private static final Map<String, Set<String>> ACTIONS = Map.of(
      "find", neededBy(items -> items.find("cks-1")),
      "all", neededBy(StoreItems::all),
      "change",
          neededBy(items -> items.change(
              STORE, item -> StoreItems.Change.of(item.withStartsWithoutOutcome(1), 1))),
      "findBreaker", neededByBreaker(BreakerItem::find),
      "changeBreaker",
          neededByBreaker(
              breaker -> breaker.change(item -> new BreakerItem.Change<>(item.reminded(1), 1))));

  private TableCalls() {}

  /** The actions that a call of the port needs; an error for a call that is not known here. */
  static Set<String> actions(String call) {
    Set<String> actions = ACTIONS.get(call);
    if (actions == null) {
      throw new IllegalArgumentException("add the memory's call " + call + " to TableCalls");
    }
    return actions;
  }

  private static Set<String> neededBy(Consumer<StoreItems> call) {
    var table = new EmptyTable();
    call.accept(new DynamoStoreItems(() -> table, "keymend"));
    return Set.copyOf(table.actions);
  }

  private static Set<String> neededByBreaker(Consumer<BreakerItem> call) {
    var table = new EmptyTable();
    call.accept(new DynamoBreakerItem(() -> table, "keymend"));
    return Set.copyOf(table.actions);
  }

  /** Writes down what it is asked; the SDK's interface throws at whatever is not here. */
  private static final class EmptyTable implements DynamoDbClient {
    private final Set<String> actions = new TreeSet<>();

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      actions.add("dynamodb:GetItem");
      return GetItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      actions.add("dynamodb:Query");
      return QueryResponse.builder().build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      for (TransactWriteItem item : request.transactItems()) {
        if (item.put() == null) {
          throw new UnsupportedOperationException("add this kind of write to TableCalls: " + item);
        }
        actions.add("dynamodb:PutItem");
      }
      return TransactWriteItemsResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
