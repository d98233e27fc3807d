using System.Diagnostics;
using Catalog.Bench.Shared.Http;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>Listens for many clients, as they would: answers pings, notices who is sent away.</summary>
internal static class CrowdWatch
{
    private const int EventCount = 512;
    private const int WaitMs = 50;

    /// <summary>Listens for so long; how many connections ended.</summary>
    public static int Run(IReadOnlyList<WsClient> clients, TimeSpan duration)
    {
        using var epoll = new Epoll(EventCount);
        bool[] isLost = new bool[clients.Count];
        for (int i = 0; i < clients.Count; i++) epoll.Add(clients[i].Socket, i);
        byte[] buffer = new byte[64 * 1024];
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            int count = epoll.Wait(WaitMs);
            for (int i = 0; i < count; i++)
            {
                int index = epoll.Tag(i);
                if (isLost[index] || clients[index].Receive(buffer) >= 0) continue;
                isLost[index] = true;
                clients[index].Dispose();
            }
        }

        return isLost.Count(lost => lost);
    }
}
