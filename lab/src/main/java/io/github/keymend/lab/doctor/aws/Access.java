package io.github.keymend.lab.doctor.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/** As whom, where and by which way AWS is asked. */
public final class Access {
  private static final String LAB_REGION = "us-east-1";

  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final @Nullable URI endpoint;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();

  private Access(Region region, AwsCredentialsProvider credentials, @Nullable URI endpoint) {
    this.region = region;
    this.credentials = credentials;
    this.endpoint = endpoint;
  }

  /**
   * To AWS, with the credentials and the Region that the AWS CLI would use too.
   *
   * @throws CannotAskException where there are none
   */
  public static Access toAws(@Nullable String region, @Nullable String profile) {
    Region known = Region.of(region == null ? configuredRegion(profile) : region);
    AwsCredentialsProvider provider =
        DefaultCredentialsProvider.builder().profileName(profile).build();
    try {
      provider.resolveCredentials();
    } catch (SdkClientException e) {
      throw new CannotAskException("no AWS credentials are found"
          + (profile == null ? "" : " for the profile '" + profile + "'")
          + ". Sign in as for the AWS CLI (aws configure, aws sso login), name a --profile, or set"
          + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
    }
    return new Access(known, provider, null);
  }

  /** To a lab on this machine. It checks no signature, so no real credential is used for it. */
  public static Access toLab(@Nullable String region, URI endpoint) {
    return new Access(
        Region.of(region == null ? LAB_REGION : region),
        StaticCredentialsProvider.create(AwsBasicCredentials.create("doctor", "none")),
        endpoint);
  }

  /** The Region. */
  public String region() {
    return region.id();
  }

  /** A client of a service in the Region. */
  <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return client(builder, region.id());
  }

  /** A client of a service in another Region. */
  <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, String otherRegion) {
    B configured =
        builder.region(Region.of(otherRegion)).credentialsProvider(credentials).httpClient(http);
    return endpoint == null
        ? configured.build()
        : configured.endpointOverride(endpoint).build();
  }

  private static String configuredRegion(@Nullable String profile) {
    for (String variable : new String[] {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank() && profile == null) {
        return value;
      }
    }
    try {
      Region found = new AwsProfileRegionProvider(null, profile).getRegion();
      if (found != null) {
        return found.id();
      }
    } catch (SdkClientException e) {
      // No profile, or none of this name: told below.
    }
    throw new CannotAskException(
        "no Region is known. Give --region, set AWS_REGION, or let the profile name one.");
  }
}
