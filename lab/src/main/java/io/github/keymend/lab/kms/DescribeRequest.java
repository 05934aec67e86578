package io.github.keymend.lab.kms;

import org.jspecify.annotations.Nullable;

/**
 * What DescribeCustomKeyStores is asked.
 *
 * @param id only this store; null: no filter by id
 * @param name only the store of this name; null: no filter by name
 * @param limit entries per page, 1 to 1000; null: KMS decides
 * @param marker where the page before ended; null: the first page
 */
public record DescribeRequest(
    @Nullable String id,
    @Nullable String name,
    @Nullable Integer limit,
    @Nullable String marker) {
  /** All stores. */
  public static DescribeRequest all() {
    return new DescribeRequest(null, null, null, null);
  }

  /** One store. */
  public static DescribeRequest id(String id) {
    return new DescribeRequest(id, null, null, null);
  }
}
