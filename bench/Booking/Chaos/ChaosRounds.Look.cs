using System.Diagnostics;

namespace Catalog.Bench.Booking.Chaos;

/// <content>Afterwards: what is there, compared with what was acknowledged.</content>
internal sealed partial class ChaosRounds
{
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromMilliseconds(100);

    private async Task<List<string>> LookAsync()
    {
        var faults = new List<string>();
        var owned = new Dictionary<(ulong Showtime, string Seat), string>();
        foreach (KillBuyer buyer in _buyers)
        {
            await AskAsync(async client =>
            {
                await buyer.SettleAsync(client, _run.Cancel);
                return true;
            });
        }

        foreach (KillBuyer buyer in _buyers)
        {
            BuyersBookings listed = await AskAsync(client => buyer.ListAsync(client, _run.Cancel));
            faults.AddRange(buyer.Compare(listed, owned));
        }

        for (ulong showtime = 1; showtime <= (ulong)_options.ShowtimeCount; showtime++)
        {
            ulong asked = showtime;
            Dictionary<string, string> seats =
                await AskAsync(client => BookingApi.SeatsAsync(client, asked, _run.Cancel));
            foreach ((string seat, string status) in seats)
            {
                string expected = owned.GetValueOrDefault((showtime, seat), "free");
                if (status != expected) faults.Add($"seat {seat} of showtime {showtime} is {status}, not {expected}");
            }
        }

        return faults;
    }

    /// <summary>
    /// Asks until somebody answers: on a busy machine a node may miss its lease and shards move once more, which is no
    /// fault as long as it ends.
    /// </summary>
    private async Task<T> AskAsync<T>(Func<HttpClient, Task<T>> ask)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask(Pick() ?? throw new InvalidOperationException("No node runs."));
            }
            catch (Exception e) when (
                (e is HttpRequestException or TaskCanceledException)
                && !_run.Cancel.IsCancellationRequested && Stopwatch.GetElapsedTime(start) < AnsweredWithin)
            {
                await Task.Delay(AskedAgainAfter, _run.Cancel);
            }
        }
    }
}
