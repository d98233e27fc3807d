namespace Catalog.Bench.Gateway.Generator;

/// <summary>Clients that joined the topic.</summary>
internal sealed class Crowd : IDisposable
{
    // Few enough for every server's backlog, enough that nobody waits for a round trip.
    private const int Together = 128;

    private readonly List<WsClient> _clients = [];

    /// <summary>The clients.</summary>
    public IReadOnlyList<WsClient> Clients => _clients;

    /// <summary>Connects clients and has them join, a group at a time.</summary>
    public static Crowd Join(int port, Dialect dialect, int count, int deliveryBytes)
    {
        var crowd = new Crowd();
        try
        {
            for (int i = 0; i < count; i += Together)
                crowd.Add(port, dialect, Math.Min(Together, count - i), deliveryBytes, joins: true);
            return crowd;
        }
        catch
        {
            crowd.Dispose();
            throw;
        }
    }

    /// <summary>Connects one client that only publishes.</summary>
    public static WsClient Publisher(int port, Dialect dialect)
    {
        var crowd = new Crowd();
        crowd.Add(port, dialect, 1, 0, joins: false);
        return crowd._clients[0];
    }

    /// <summary>Closes them.</summary>
    public void Dispose()
    {
        foreach (WsClient client in _clients) client.Dispose();
    }

    private void Add(int port, Dialect dialect, int count, int deliveryBytes, bool joins)
    {
        int first = _clients.Count;
        for (int i = 0; i < count; i++)
        {
            _clients.Add(new WsClient(port, new FrameCounter(deliveryBytes, dialect.CountsRecords)));
            _clients[^1].SendHandshake(dialect.Path);
        }

        List<WsClient> group = _clients[first..];
        foreach (WsClient client in group) client.ReadHandshake();
        foreach (string? said in dialect.Hello) Ask(group, said);
        if (joins) Ask(group, dialect.Join);
    }

    private static void Ask(List<WsClient> group, string? said)
    {
        foreach (WsClient client in group)
            if (said is not null) client.SendText(said);
        foreach (WsClient client in group) client.ReadText();
    }
}
