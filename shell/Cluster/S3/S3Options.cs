namespace Catalog.Shell.Cluster.S3;

/// <summary>
/// The bucket blobs are kept in, section <c>Catalog:S3</c>: Amazon S3, or whatever speaks its protocol. Without
/// <see cref="Bucket"/> there is none, and blobs are files in the data folder.
/// </summary>
public sealed class S3Options
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:S3";

    /// <summary>The server, as in <c>http://minio:9000</c>; empty for Amazon's of <see cref="Region"/>.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The bucket; it must be there. Empty for none.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>The region, also signed for at other servers.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>
    /// The access key's id. Without it, credentials come from where Amazon's tools look for them:
    /// <c>AWS_ACCESS_KEY_ID</c> and <c>AWS_SECRET_ACCESS_KEY</c>, its profile, or the machine's role.
    /// </summary>
    public string? AccessKey { get; set; }

    /// <summary>The access key's secret.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Written before every key: clusters that share a bucket need one each.</summary>
    public string Prefix { get; set; } = "catalog/";

    /// <summary>
    /// Whether the bucket stands in the path, not in the host's name: most servers but Amazon's want it.
    /// </summary>
    public bool PathStyle { get; set; } = true;

    /// <summary>
    /// Blobs larger than this are uploaded in parts of it, in megabytes. A blob has at most 10,000 parts.
    /// </summary>
    public int PartMegabytes { get; set; } = 8;

    /// <summary>Parts of one blob under way at the same time; each takes a part's memory.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>How long one try of a request may take, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>How long a request may take with all its tries, in seconds.</summary>
    public int DeadlineSeconds { get; set; } = 120;

    /// <summary>How often a request is tried again, with growing pauses.</summary>
    public int Retries { get; set; } = 5;

    /// <summary>
    /// What uploads carry for the server to check: <c>crc32c</c>, <c>md5</c>, or <c>auto</c> for CRC32C unless the
    /// server shows that it does not know it.
    /// </summary>
    public string Checksum { get; set; } = "auto";

    /// <summary>Whether there is a bucket.</summary>
    public bool IsConfigured => Bucket.Length > 0;
}
