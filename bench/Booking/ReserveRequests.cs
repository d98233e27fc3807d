using Catalog.Bench.Shared.Http;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>The hold workload as HTTP requests, each attempt by the next user. For one thread.</summary>
internal sealed class ReserveRequests : IRequestSource
{
    private const int KeySlot = 0;
    private const int ShowtimeSlot = 1;
    private const int FirstSeatSlot = 2;
    private static long _keys;

    private readonly HoldWorkload _workload;
    private readonly RequestTemplate[] _byUser;
    private readonly byte[][] _seats;
    private readonly byte[][] _showtimes;

    /// <summary>Encodes what can be encoded ahead.</summary>
    public ReserveRequests(HoldWorkload workload, SeatPlan plan, IReadOnlyList<string> tokens)
    {
        _workload = workload;
        string prefix = Guid.NewGuid().ToString("N")[..8];
        _byUser = [.. tokens.Select(t => BookingApi.ReserveTemplate(t, prefix, HoldWorkload.SeatsPerHold))];
        _seats = new byte[plan.SeatCount][];
        for (int i = 0; i < _seats.Length; i++) _seats[i] = BookingApi.Json(plan.LabelOf(i));
        _showtimes = new byte[workload.ShowtimeCount][];
        for (int i = 0; i < _showtimes.Length; i++) _showtimes[i] = BookingApi.Json((ulong)i + 1);
    }

    public ReadOnlySpan<byte> Next(int connection)
    {
        long number = Interlocked.Increment(ref _keys);
        ref readonly SeatAttempt attempt = ref _workload[number];
        RequestTemplate request = _byUser[connection % _byUser.Length];
        request.SetNumber(KeySlot, number);
        request.SetText(ShowtimeSlot, _showtimes[attempt.Showtime]);
        request.SetText(FirstSeatSlot, _seats[attempt.A]);
        request.SetText(FirstSeatSlot + 1, _seats[attempt.B]);
        request.SetText(FirstSeatSlot + 2, _seats[attempt.C]);
        request.SetText(FirstSeatSlot + 3, _seats[attempt.D]);
        return request.Bytes;
    }

    public void OnResponse(int connection, int status, ReadOnlySpan<byte> body)
    {
    }
}
