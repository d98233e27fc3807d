using System.Net.Http.Headers;
using System.Text.Json;

namespace Catalog.Bench.Shared.Http;

/// <summary>How long a server's consumer took, from the time of a fact until it was done with it.</summary>
/// <param name="Consumer">The consumer.</param>
/// <param name="HandledCount">Facts it handled since the server's start.</param>
/// <param name="P50Ms">The median of the last ones, in milliseconds.</param>
/// <param name="P99Ms">What 99 in 100 did not exceed.</param>
internal sealed record ConsumerLag(string Consumer, long HandledCount, int P50Ms, int P99Ms)
{
    private const string Email = "admin@catalog.test";
    private const string Password = "demo-admin-1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Waits until a server's consumers have everything, and asks how long they took. The server must have the demo
    /// accounts.
    /// </summary>
    /// <exception cref="TimeoutException">They did not get there.</exception>
    public static async Task<List<ConsumerLag>> ReadAsync(Uri server, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server };
        string token = await LoadAccounts.SignInAsync(server, Email, Password, cancel);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        long until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            using JsonDocument answer = JsonDocument.Parse(await client.GetStringAsync("/api/admin/consumers", cancel));
            JsonElement[] consumers = [.. answer.RootElement.GetProperty("consumers").EnumerateArray()];
            if (consumers.All(consumer => consumer.GetProperty("lagBytes").GetInt64() == 0))
                return [.. consumers.Select(Of)];
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }

        throw new TimeoutException("The consumers did not catch up.");
    }

    private static ConsumerLag Of(JsonElement consumer) => new(
        consumer.GetProperty("name").GetString()!,
        consumer.GetProperty("handled").GetInt64(),
        consumer.GetProperty("handledWithinMsP50").GetInt32(),
        consumer.GetProperty("handledWithinMsP99").GetInt32());
}
