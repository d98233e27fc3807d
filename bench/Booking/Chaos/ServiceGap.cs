using System.Collections.Concurrent;
using System.Diagnostics;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>
/// Asks for the seats of every showtime, again and again, at whichever node answers, and notes how long each was
/// without an answer: the question goes to the showtime's owner, wherever it is asked.
/// </summary>
internal sealed class ServiceGap(int showtimeCount, Func<IReadOnlyList<HttpClient>> clients) : IAsyncDisposable
{
    private const int PauseMs = 25;

    /// <summary>A node that says nothing for so long is left for another one, as any balancer would.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly long[] _answeredAt = new long[showtimeCount];
    private readonly ConcurrentDictionary<int, long> _longest = new();
    private Task _asking = Task.CompletedTask;

    /// <summary>Begins; from here on gaps are measured.</summary>
    public void Start()
    {
        Array.Fill(_answeredAt, Stopwatch.GetTimestamp());
        _asking = Task.WhenAll(Enumerable.Range(0, showtimeCount).Select(AskAsync));
    }

    /// <summary>Forgets what was measured and says how long the longest gap since the last call was.</summary>
    public TimeSpan Take()
    {
        long now = Stopwatch.GetTimestamp();
        long longest = 0;
        for (int i = 0; i < showtimeCount; i++)
        {
            _longest.TryRemove(i, out long before);
            longest = Math.Max(longest, Math.Max(before, now - Volatile.Read(ref _answeredAt[i])));
        }

        return Stopwatch.GetElapsedTime(0, longest);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _asking;
        _stop.Dispose();
    }

    private async Task AskAsync(int index)
    {
        for (int turn = index; !_stop.IsCancellationRequested; turn++)
        {
            IReadOnlyList<HttpClient> all = clients();
            if (all.Count > 0 && await AnswersAsync(all[turn % all.Count], index)) Note(index);
            await Task.Delay(PauseMs);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient client, int index)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        patience.CancelAfter(Patience);
        try
        {
            using HttpResponseMessage answer = await client.GetAsync($"/booking/api/seats/{index + 1}", patience.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Note(int index)
    {
        long now = Stopwatch.GetTimestamp();
        long gap = now - _answeredAt[index];
        Volatile.Write(ref _answeredAt[index], now);
        _longest.AddOrUpdate(index, gap, (_, before) => Math.Max(before, gap));
    }
}
