using System.Net.WebSockets;
using Catalog.Engine.Tests.Gateway.Topics;

namespace Catalog.Engine.Tests.Gateway.Relay;

/// <summary>
/// Clients of a relay, cut at random during a storm of messages, and the gateway behind killed in the middle, twice:
/// each sees each message of a durable topic exactly once and in order.
/// </summary>
public sealed class RelayStormTests
{
    private const int Clients = 100;
    private const int Messages = 2_000;

    private readonly ListHistory _journal = new() { PageSize = 200, Topic = "shared" };

    [Fact]
    public async Task Everybody_sees_everything_once()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(gateway =>
            gateway.Topic("shared", topic => (topic.History, topic.HistoryMessages) = (_journal, 64)));
        Task<int>[] clients = [.. Enumerable.Range(0, Clients).Select(seed => RunClientAsync(world, seed))];
        for (int i = 1; i <= Messages; i++)
        {
            _journal.Publish(world.Upstream);
            if (i % 10 == 0) await Task.Delay(1);
            if (i % (Messages / 3) != 0) continue;
            await world.KillUpstreamAsync();
            await world.StartUpstreamAsync();
        }

        int[] cuts = await Task.WhenAll(clients).WaitAsync(TimeSpan.FromSeconds(180));
        Assert.All(cuts.Where((_, seed) => !IsCut(seed)), count => Assert.Equal(1, count)); // the restarts cut nobody
        Assert.Contains(cuts, count => count > 2);
        Assert.Equal(1, world.Relay.TopicCount);
    }

    private static bool IsCut(int seed) => seed % 2 == 1;

    /// <summary>Reads to the end; on how many connections.</summary>
    private async Task<int> RunClientAsync(RelayWorld world, int seed)
    {
        var random = new Random(seed);
        int last = 0;
        int connections = 0;
        for (; last < Messages; connections++)
        {
            int until = IsCut(seed) ? Math.Min(Messages, last + random.Next(1, 600)) : Messages;
            using ClientWebSocket socket = await world.ConnectAsync();
            await socket.SendTextAsync(RelayTests.Resume(last, _journal.Epoch));
            string answer = "nothing";
            while (last < until)
            {
                string text = await socket.ReadTextAsync();
                Assert.DoesNotContain("gap", text);
                Assert.False(text.StartsWith("close", StringComparison.Ordinal), text);
                if (text.Contains("unavailable", StringComparison.Ordinal)) // the one behind took long to come back
                    await socket.SendTextAsync(RelayTests.Resume(last, _journal.Epoch));
                if (!text.StartsWith("{\"event\":\"n\"", StringComparison.Ordinal))
                {
                    answer = text;
                    continue;
                }

                Assert.True(++last == RelayTests.OffsetOf(text), $"{answer}, then {text} instead of {last}");
            }

            socket.Abort();
        }

        return connections;
    }
}
