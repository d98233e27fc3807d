namespace Catalog.Shell.Live.Contracts;

/// <summary>How the WebSocket gateway is doing.</summary>
/// <param name="Connections">Sockets that are open.</param>
/// <param name="Topics">Topics that exist.</param>
/// <param name="Counters">What was counted since the start, by the instrument's name.</param>
public sealed record LiveStatusAnswer(int Connections, int Topics, IReadOnlyDictionary<string, long> Counters);
