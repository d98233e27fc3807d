namespace Catalog.Shell.Options;

/// <summary>Quotas (<c>Catalog:RateLimits</c>).</summary>
public sealed class RateLimitOptions
{
    /// <summary>Whether quotas are kept at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Quotas by name that differ from the standard ones.</summary>
    public Dictionary<string, RateLimitSetting> Policies { get; } = new(StringComparer.OrdinalIgnoreCase);
}
