package io.github.keymend.lab.items;

import io.github.keymend.lab.template.DeployedTable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.dynamodb.services.local.embedded.DDBExceptionMappingInvocationHandler;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/** DynamoDB's own code, in memory, with one table as the template makes it. */
final class LocalDynamo implements AutoCloseable {
  static final String TABLE = "keymend-Incidents";

  /** How a write goes wrong. */
  enum Fault {
    /** It never arrives. */
    LOST_BEFORE,
    /** It is done, and its answer never arrives. */
    LOST_AFTER
  }

  private final ExecutorService jobs = Executors.newSingleThreadExecutor();
  private final LocalDBClient local;
  private final DynamoDbClient client;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<TransactWriteItemsRequest> writes = new ArrayList<>();
  private Runnable afterWrite = () -> {};

  LocalDynamo() {
    // Not by DynamoDBEmbedded: it reports to its maker over the network when it starts.
    try {
      SQLiteLibraryLoader.initialize();
      local = new LocalDBClient(new SQLiteDBAccess(), new JobsRegister(jobs, false));
      Constructor<DDBExceptionMappingInvocationHandler> maker =
          DDBExceptionMappingInvocationHandler.class.getDeclaredConstructor(LocalDBClient.class);
      maker.setAccessible(true);
      DynamoDbClient real = proxy(maker.newInstance(local));
      client = proxy((proxy, method, arguments) -> {
        try {
          if (arguments != null && arguments[0] instanceof TransactWriteItemsRequest request) {
            return write(real, request);
          }
          return isShortForm(method)
              ? InvocationHandler.invokeDefault(proxy, method, arguments)
              : method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      });
      client.createTable(DeployedTable.creation(TABLE));
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB did not start", e);
    }
  }

  private Object write(DynamoDbClient real, TransactWriteItemsRequest request) {
    Fault fault = faults.poll();
    if (fault == Fault.LOST_BEFORE) {
      throw SdkClientException.create("the connection broke");
    }
    Object answer = real.transactWriteItems(request);
    writes.add(request);
    Runnable after = afterWrite;
    afterWrite = () -> {};
    after.run();
    if (fault == Fault.LOST_AFTER) {
      throw SdkClientException.create("the connection broke");
    }
    return answer;
  }

  DynamoDbClient client() {
    return client;
  }

  /** The next write goes wrong so; call it again for the one after. */
  void nextWrite(Fault fault) {
    faults.add(fault);
  }

  /** What happens between the next write and its answer. */
  void afterNextWrite(Runnable action) {
    afterWrite = action;
  }

  /** What was written so far, one request for each write. */
  List<TransactWriteItemsRequest> writes() {
    return List.copyOf(writes);
  }

  @Override
  public void close() {
    local.shutdown();
    jobs.shutdownNow();
  }

  /** Those end in a call of the plain form, which is to come by here. */
  private static boolean isShortForm(Method method) {
    return method.getName().endsWith("Paginator")
        || Arrays.asList(method.getParameterTypes()).contains(Consumer.class);
  }

  private static DynamoDbClient proxy(InvocationHandler handler) {
    return (DynamoDbClient) Proxy.newProxyInstance(
        DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
  }
}
