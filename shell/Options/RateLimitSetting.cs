namespace Catalog.Shell.Options;

/// <summary>A quota in the configuration.</summary>
public sealed class RateLimitSetting
{
    /// <summary>Requests a window.</summary>
    public int Limit { get; set; } = 60;

    /// <summary>The window in seconds.</summary>
    public double WindowSeconds { get; set; } = 60;

    /// <summary>Requests that may come at once; the limit unless given.</summary>
    public int? Burst { get; set; }
}
