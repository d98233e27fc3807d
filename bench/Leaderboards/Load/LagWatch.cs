using System.Net.Http.Headers;
using System.Text.Json;

namespace Catalog.Bench.Leaderboards.Load;

/// <summary>Looks at the consumers of a server again and again, to know how far behind they ever were.</summary>
internal sealed class LagWatch(Uri server, string token)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The most bytes of the journal a consumer had not looked at.</summary>
    public long MostBytes { get; private set; }

    /// <summary>The consumer it was.</summary>
    public string Slowest { get; private set; } = "none";

    /// <summary>Bytes of the journal a fact took: what was passed, by the facts made meanwhile.</summary>
    public double BytesAFact { get; private set; } = 1;

    /// <summary>The most facts a consumer had not looked at.</summary>
    public double MostFacts => MostBytes / BytesAFact;

    /// <summary>Looks until the work is done, which says how many facts it made.</summary>
    public async Task WatchAsync(Task work, Func<long> facts, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        long first = await LookAsync(client, cancel);
        MostBytes = 0;
        long last = first;
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Pause, cancel));
            last = await LookAsync(client, cancel);
        }

        await work;
        BytesAFact = Math.Max(1, (double)(last - first) / Math.Max(1, facts()));
    }

    /// <summary>The furthest position that a consumer has passed.</summary>
    private async Task<long> LookAsync(HttpClient client, CancellationToken cancel)
    {
        using JsonDocument answer = JsonDocument.Parse(await client.GetStringAsync("/api/admin/consumers", cancel));
        long furthest = 0;
        foreach (JsonElement consumer in answer.RootElement.GetProperty("consumers").EnumerateArray())
        {
            furthest = Math.Max(furthest, consumer.GetProperty("offset").GetInt64());
            long lag = consumer.GetProperty("lagBytes").GetInt64();
            if (lag <= MostBytes) continue;
            MostBytes = lag;
            Slowest = consumer.GetProperty("name").GetString()!;
        }

        return furthest;
    }
}
