using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace Catalog.Shell.Cluster.S3;

/// <summary>The bucket could not be used; the message is for a person and holds no secret.</summary>
public sealed class S3Exception : IOException
{
    private S3Exception(string message, bool isSetting, Exception? cause)
        : base(message, cause) => IsSetting = isSetting;

    /// <summary>Whether a setting is wrong, so that trying again is no use.</summary>
    public bool IsSetting { get; }

    internal static bool IsOfStore(Exception failure) =>
        failure is AmazonClientException or AmazonServiceException or HttpRequestException or IOException;

    /// <summary>Says what a failure means.</summary>
    internal static S3Exception Of(S3Options options, Exception failure)
    {
        if (failure is S3Exception told) return told;
        string where = $"bucket '{options.Bucket}'"
            + (options.Endpoint.Length > 0 ? $" at {options.Endpoint}" : $" in {options.Region}");
        string? setting = failure switch
        {
            AmazonS3Exception { ErrorCode: "NoSuchBucket" } => $"There is no {where}: make it, or set "
                + $"{S3Options.Section}:Bucket.",
            AmazonS3Exception { ErrorCode: "InvalidAccessKeyId" } =>
                $"The access key for {where} is not known there: see {S3Options.Section}:AccessKey.",
            AmazonS3Exception { ErrorCode: "SignatureDoesNotMatch" } =>
                $"The secret key for {where} is not the access key's: see {S3Options.Section}:SecretKey.",
            AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } =>
                $"The {where} refuses this access key: it must allow reading, writing, deleting and listing.",
            AmazonS3Exception { StatusCode: HttpStatusCode.MovedPermanently } =>
                $"The {where} is in another region: see {S3Options.Section}:Region.",
            AmazonClientException when IsAboutCredentials(failure) =>
                $"There are no credentials for {where}: set {S3Options.Section}:AccessKey and SecretKey, or "
                + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
            _ => null,
        };
        string why = failure is OperationCanceledException
            ? $"no answer within {options.DeadlineSeconds} s"
            : failure.InnerException?.Message ?? failure.Message;
        return new S3Exception(setting ?? $"The {where} cannot be used now: {why}", setting is not null, failure);
    }

    private static bool IsAboutCredentials(Exception failure) =>
        failure.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase)
        || failure.Message.Contains("identity", StringComparison.OrdinalIgnoreCase);
}
