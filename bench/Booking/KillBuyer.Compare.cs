namespace Catalog.Bench.Booking;

/// <content>After a kill: what is in doubt, what was answered, what is there.</content>
internal sealed partial class KillBuyer
{
    /// <summary>Learns what became of the request that was cut off, and asks again for answers it was given.</summary>
    public async Task SettleAsync(HttpClient client, CancellationToken cancel)
    {
        if (_inDoubt is { } request) await SendAsync(client, request, isRepeated: true, cancel);
        _inDoubt = null;
        foreach ((BookingRequest asked, BookingReply first) in _answered)
        {
            BookingReply again = await ReplyAsync(client, asked, cancel);
            Tally.Repeated++;
            if (again != first) _faults.Add($"{asked}: first {first}, then {again}");
        }
    }

    /// <summary>Everything the server lists as this buyer's.</summary>
    public async Task<BuyersBookings> ListAsync(HttpClient client, CancellationToken cancel)
    {
        List<ListedBooking> confirmed = await BookingApi.MyBookingsAsync(client, token, "confirmed", cancel);
        List<ListedBooking> held = await BookingApi.MyBookingsAsync(client, token, "reserved", cancel);
        held.AddRange(await BookingApi.MyBookingsAsync(client, token, "declined", cancel));
        return new BuyersBookings(confirmed, held);
    }

    /// <summary>Compares what the server lists with what it acknowledged; what is wrong, in words.</summary>
    /// <param name="listed">What the server lists.</param>
    /// <param name="owned">Seats that have an owner, with their status; this buyer's are added.</param>
    internal List<string> Compare(
        BuyersBookings listed, Dictionary<(ulong Showtime, string Seat), string> owned) =>
        Compare(listed.Confirmed, listed.Held, owned);

    /// <summary>Compares lists with what was acknowledged; every fault there is by now, in words.</summary>
    internal List<string> Compare(
        IReadOnlyCollection<ListedBooking> confirmed,
        IReadOnlyCollection<ListedBooking> held,
        Dictionary<(ulong Showtime, string Seat), string> owned)
    {
        Compare(_paid, confirmed, "sold", owned);
        Compare(_held, held, "held", owned);
        List<string> faults = [.. _faults];
        _faults.Clear();
        return faults;
    }

    private void Compare(
        Dictionary<string, BookedSeats> acknowledged,
        IReadOnlyCollection<ListedBooking> listed,
        string status,
        Dictionary<(ulong Showtime, string Seat), string> owned)
    {
        var byId = new Dictionary<string, BookedSeats>();
        foreach (ListedBooking booking in listed)
        {
            Tally.Compared++;
            if (!byId.TryAdd(booking.Id, booking.Booked)) _faults.Add($"{booking.Id} is listed twice");
            if (!acknowledged.ContainsKey(booking.Id)) _faults.Add($"{booking.Id} is {status}, never acknowledged");
            foreach ((ulong Showtime, string Seat) seat in booking.Booked.Each)
            {
                if (!owned.TryAdd(seat, status))
                    _faults.Add($"seat {seat.Seat} of showtime {seat.Showtime} has two owners");
            }
        }

        foreach ((string id, BookedSeats booked) in acknowledged)
        {
            if (!byId.TryGetValue(id, out BookedSeats? seats))
                _faults.Add($"{id} was acknowledged as {status} and is lost");
            else if (!seats.Each.ToHashSet().SetEquals(booked.Each))
                _faults.Add($"{id} has other seats");
        }
    }
}
