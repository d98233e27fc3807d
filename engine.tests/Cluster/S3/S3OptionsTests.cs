using Catalog.Shell.Cluster.S3;

namespace Catalog.Engine.Tests.Cluster.S3;

/// <summary>A setting that cannot work is named, with what it may be.</summary>
public sealed class S3OptionsTests
{
    private static readonly S3OptionsValidator Validator = new();

    [Fact]
    public void Without_a_bucket_nothing_is_asked() =>
        Assert.True(Validator.Validate(null, new S3Options { PartMegabytes = -1 }).Succeeded);

    [Fact]
    public void A_bucket_is_enough() =>
        Assert.True(Validator.Validate(null, new S3Options { Bucket = "my-bucket.1" }).Succeeded);

    [Theory]
    [InlineData("Bucket", "My_Bucket")]
    [InlineData("Bucket", "ab")]
    [InlineData("Endpoint", "minio:9000")]
    [InlineData("Endpoint", "ftp://minio")]
    [InlineData("Endpoint", "http://minio/path")]
    [InlineData("Endpoint", "http://me:secret@minio")]
    [InlineData("Region", " ")]
    [InlineData("AccessKey", "alone")]
    [InlineData("SecretKey", "secret")]
    [InlineData("Prefix", "no-slash")]
    [InlineData("Prefix", "/first/")]
    [InlineData("Prefix", "../out/")]
    [InlineData("PartMegabytes", 4)]
    [InlineData("Concurrency", 0)]
    [InlineData("TimeoutSeconds", 0)]
    [InlineData("DeadlineSeconds", 0)]
    [InlineData("Retries", -1)]
    [InlineData("Checksum", "sha1")]
    public void What_cannot_work_is_named(string setting, object value)
    {
        var options = new S3Options { Bucket = "bucket" };
        typeof(S3Options).GetProperty(setting)!.SetValue(options, value);
        string failure = Validator.Validate(null, options).FailureMessage ?? "";
        Assert.Contains($"Catalog:S3:{setting} ", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }
}
