namespace Catalog.Shell.Options;

/// <summary>What can be configured, section <c>Catalog</c>. Read once at start.</summary>
public sealed class CatalogOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog";

    /// <summary>The data folder, relative to the working directory.</summary>
    public string DataPath { get; set; } = "./data";

    /// <summary>Single-writer loops; 0 for as many as fit this machine's cores.</summary>
    public int Shards { get; set; }

    /// <summary>Size of a journal file; the disk must have room for two. An existing one keeps its size.</summary>
    public int JournalSegmentMegabytes { get; set; } = 64;

    /// <summary>Whether a first start creates demo accounts and demo data.</summary>
    public bool Demo { get; set; } = true;

    /// <summary>
    /// Where meters and traces are sent (OTLP), as in <c>http://collector:4317</c>; null for nowhere, unless
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says so.
    /// </summary>
    public string? Otlp { get; set; }

    /// <summary>Accounts and tokens.</summary>
    public AuthOptions Auth { get; } = new();

    /// <summary>The HTTP server.</summary>
    public HttpOptions Http { get; } = new();

    /// <summary>Quotas.</summary>
    public RateLimitOptions RateLimits { get; } = new();
}
