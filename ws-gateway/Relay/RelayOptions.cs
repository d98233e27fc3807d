namespace Catalog.WsGateway.Relay;

/// <summary>How a gateway stands in front of another one. Checked at start.</summary>
public sealed class RelayOptions
{
    /// <summary>The gateway behind, as <c>ws://10.0.0.5:8080/ws</c>.</summary>
    public Uri? Upstream { get; set; }

    /// <summary>
    /// What shows the gateway behind that this is a relay, at least <see cref="MinSecretLength"/> characters; both have
    /// it in their configuration.
    /// </summary>
    public string Secret { get; set; } = "";

    /// <summary>
    /// Topics anybody may listen to, by name or by the beginning of names and a star: the relay listens to each once,
    /// for all of its clients. Every other topic, and every request, goes to the gateway behind on a connection of the
    /// client's own, which decides.
    /// </summary>
    public IList<string> SharedTopics { get; } = [];

    /// <summary>Messages of a shared topic kept for clients that come back.</summary>
    public int HistoryMessages { get; set; } = 1024;

    /// <summary>Bytes of a shared topic's messages kept, at most.</summary>
    public int HistoryBytes { get; set; } = 1024 * 1024;

    /// <summary>Largest message taken from the gateway behind, in bytes.</summary>
    public int MaxMessageBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long an answer of the gateway behind is waited for, its restart included.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A client's own connection is given up when nothing was asked on it for this long.</summary>
    public TimeSpan LineIdleTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause between two attempts to reach the gateway behind.</summary>
    public TimeSpan MaxReconnectPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Fewest characters of a secret.</summary>
    public const int MinSecretLength = 32;
}
