package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** The table of the incidents as the template makes it. */
public final class DeployedTable {
  private static final JsonNode TABLE =
      DeployedTemplate.by(Deployments.repairing()).properties("Incidents");

  private DeployedTable() {}

  /** The request that makes it under a name. */
  public static CreateTableRequest creation(String name) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    TABLE
        .path("AttributeDefinitions")
        .forEach(it -> attributes.add(AttributeDefinition.builder()
            .attributeName(it.path("AttributeName").asText())
            .attributeType(it.path("AttributeType").asText())
            .build()));
    List<KeySchemaElement> keys = new ArrayList<>();
    TABLE
        .path("KeySchema")
        .forEach(it -> keys.add(KeySchemaElement.builder()
            .attributeName(it.path("AttributeName").asText())
            .keyType(it.path("KeyType").asText())
            .build()));
    return CreateTableRequest.builder()
        .tableName(name)
        .attributeDefinitions(attributes)
        .keySchema(keys)
        .billingMode(TABLE.path("BillingMode").asText())
        .build();
  }

  /** The attribute by which DynamoDB lets an item expire. */
  public static String expiry() {
    return TABLE.path("TimeToLiveSpecification").path("AttributeName").asText();
  }
}
