namespace Catalog.Shell.Options;

/// <summary>The HTTP server (<c>Catalog:Http</c>).</summary>
public sealed class HttpOptions
{
    /// <summary>Connections served at once; the next ones are closed.</summary>
    public int MaxConnections { get; set; } = 20_000;

    /// <summary>Seconds an idle connection is kept.</summary>
    public int KeepAliveSeconds { get; set; } = 120;

    /// <summary>Seconds a client has to send its headers.</summary>
    public int HeadersTimeoutSeconds { get; set; } = 15;

    /// <summary>Seconds requests under way are given to finish when the server stops.</summary>
    public int DrainSeconds { get; set; } = 30;
}
