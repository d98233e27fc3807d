using System.Net;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>
/// A buyer who holds seats and pays for them a hold later until the server is killed, and remembers what was
/// acknowledged. The request the kill cut off is in doubt: it is sent again, under the same key, once the server is
/// back.
/// </summary>
internal sealed class KillBuyer(string token, SeatPlan plan, int showtimeCount, Random random)
{
    private const int MostSeats = 4;

    private readonly Dictionary<string, BookedSeats> _held = [];
    private readonly Dictionary<string, BookedSeats> _paid = [];
    private Func<HttpClient, CancellationToken, Task>? _inDoubt;

    /// <summary>Bookings acknowledged as held and not yet paid.</summary>
    public int HeldCount => _held.Count;

    /// <summary>Bookings acknowledged as paid.</summary>
    public IReadOnlyDictionary<string, BookedSeats> Paid => _paid;

    /// <summary>Buys until the server is gone.</summary>
    public async Task BuyAsync(HttpClient client, CancellationToken cancel)
    {
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                BookedSeats wanted = Draw();
                string key = Guid.NewGuid().ToString("N");
                await TryAsync(client, cancel, (c, stop) => HoldAsync(c, key, wanted, stop));
                if (_held.Count > 1) await PayFirstAsync(client, cancel);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Killed. What was under way is in doubt.
        }
    }

    /// <summary>Sends what is in doubt again, then pays for everything that was acknowledged as held.</summary>
    /// <exception cref="InvalidOperationException">The server does not know an acknowledged hold any more.</exception>
    public async Task SettleAsync(HttpClient client, CancellationToken cancel)
    {
        if (_inDoubt is { } again) await TryAsync(client, cancel, again);
        while (_held.Count > 0) await PayFirstAsync(client, cancel);
    }

    /// <summary>Compares what the server lists with what it acknowledged; what is wrong, in words.</summary>
    public async Task<List<string>> CompareAsync(
        HttpClient client, HashSet<(ulong Showtime, string Seat)> owned, CancellationToken cancel)
    {
        var faults = new List<string>();
        List<ListedBooking> all = await BookingApi.MyBookingsAsync(client, token, cancel);
        var listed = new Dictionary<string, ListedBooking>();
        foreach (ListedBooking booking in all.Where(b => b.IsConfirmed))
        {
            if (!listed.TryAdd(booking.Id, booking)) faults.Add($"{booking.Id} is listed twice");
            if (!_paid.ContainsKey(booking.Id)) faults.Add($"{booking.Id} was never acknowledged");
            foreach ((ulong Showtime, string Seat) seat in booking.Booked.Each)
            {
                if (!owned.Add(seat)) faults.Add($"seat {seat.Seat} of showtime {seat.Showtime} has two owners");
            }
        }

        foreach ((string id, BookedSeats booked) in _paid)
        {
            if (!listed.TryGetValue(id, out ListedBooking? booking)) faults.Add($"{id} was acknowledged and is lost");
            else if (!booking.Booked.Each.ToHashSet().SetEquals(booked.Each)) faults.Add($"{id} has other seats");
        }

        return faults;
    }

    private BookedSeats Draw()
    {
        var seats = new HashSet<string>();
        int count = random.Next(1, MostSeats + 1);
        while (seats.Count < count) seats.Add(plan.LabelOf(random.Next(plan.SeatCount)));
        return new BookedSeats((ulong)random.Next(showtimeCount) + 1, [.. seats]);
    }

    private async Task TryAsync(
        HttpClient client, CancellationToken cancel, Func<HttpClient, CancellationToken, Task> send)
    {
        _inDoubt = send;
        await send(client, cancel);
        _inDoubt = null;
    }

    private async Task HoldAsync(HttpClient client, string key, BookedSeats wanted, CancellationToken cancel)
    {
        using HttpResponseMessage answer = await BookingApi.ReserveAsync(client, token, key, wanted, cancel);
        if (answer.StatusCode == HttpStatusCode.Conflict) return;
        await ThrowUnlessDoneAsync(answer, "reserve", cancel);
        string id = BookingApi.BookingIdIn(await answer.Content.ReadAsStringAsync(cancel));
        if (!_held.TryAdd(id, wanted)) throw new InvalidOperationException($"{id} was given twice.");
    }

    private Task PayFirstAsync(HttpClient client, CancellationToken cancel)
    {
        string id = _held.Keys.First();
        string key = Guid.NewGuid().ToString("N");
        return TryAsync(client, cancel, async (c, stop) =>
        {
            using HttpResponseMessage answer = await BookingApi.ConfirmAsync(c, token, key, id, stop);
            await ThrowUnlessDoneAsync(answer, $"confirm {id}", stop);
            _held.Remove(id, out BookedSeats? booked);
            _paid.Add(id, booked!);
        });
    }

    private static async Task ThrowUnlessDoneAsync(HttpResponseMessage answer, string what, CancellationToken cancel)
    {
        string text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{what}: {(int)answer.StatusCode} {text}");
    }
}
