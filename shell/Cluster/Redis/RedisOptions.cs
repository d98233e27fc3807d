namespace Catalog.Shell.Cluster.Redis;

/// <summary>
/// The Redis nodes share what is not durable through, section <c>Catalog:Redis</c>. Without <see cref="Servers"/> there
/// is none, and each node keeps such things for itself.
/// </summary>
public sealed class RedisOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Redis";

    /// <summary>
    /// Where Redis is: <c>host:port</c>, several of one deployment (a primary with replicas, a cluster) with commas
    /// between. Empty for none.
    /// </summary>
    public string Servers { get; set; } = "";

    /// <summary>The password, of Redis's default user.</summary>
    public string? Password { get; set; }

    /// <summary>Whether connections are encrypted.</summary>
    public bool Tls { get; set; }

    /// <summary>A file of certificates to trust, with TLS; null for the system's.</summary>
    public string? CertificateAuthorities { get; set; }

    /// <summary>Written before every key: clusters that share a server need one each.</summary>
    public string Prefix { get; set; } = "catalog:";

    /// <summary>How long making a connection may take, in milliseconds.</summary>
    public int ConnectTimeoutMs { get; set; } = 2_000;

    /// <summary>How long an answer may take before the node does without, in milliseconds.</summary>
    public int CommandTimeoutMs { get; set; } = 500;

    /// <summary>How long a common quota may take before the node goes by its own, in milliseconds.</summary>
    public int QuotaTimeoutMs { get; set; } = 5;

    /// <summary>How long a common answer may take before the node makes its own, in milliseconds.</summary>
    public int CacheTimeoutMs { get; set; } = 20;

    /// <summary>How long a connection may be silent before Redis is asked whether it is there, in seconds.</summary>
    public int KeepAliveSeconds { get; set; } = 2;

    /// <summary>Whether there is one.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Servers);
}
