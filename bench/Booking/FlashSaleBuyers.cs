using System.Text;
using Catalog.Bench.Shared.Http;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>The buyers of a flash sale, each with an account of their own. For one thread.</summary>
internal sealed class FlashSaleBuyers : IRequestSource
{
    private const int MostAttempts = 6;
    private const int KeySlot = 0;
    private const int ShowtimeSlot = 1;
    private const int SeatSlot = 2;

    private readonly byte[] _showtime;
    private readonly byte[][] _seats;
    private readonly string[] _tokens;
    private readonly RequestTemplate[] _reserve;
    private readonly Random _random = new(500);
    private readonly Dictionary<int, Visit> _visits = [];
    private readonly string _keyPrefix = Guid.NewGuid().ToString("N")[..8];
    private long _keys;

    /// <summary>Encodes what can be encoded ahead.</summary>
    public FlashSaleBuyers(ulong showtime, SeatPlan plan, string[] tokens)
    {
        _showtime = BookingApi.Json(showtime);
        _seats = new byte[plan.SeatCount][];
        for (int i = 0; i < _seats.Length; i++) _seats[i] = BookingApi.Json(plan.LabelOf(i));
        _tokens = tokens;
        _reserve = [.. tokens.Select(token => BookingApi.ReserveTemplate(token, _keyPrefix, seatCount: 1))];
    }

    /// <summary>Buyers who came.</summary>
    public int StartedCount { get; private set; }

    /// <summary>Buyers who paid for a seat.</summary>
    public int PaidCount { get; private set; }

    public bool HasFollowUp(int connection) => _visits.ContainsKey(connection);

    public ReadOnlySpan<byte> Next(int connection)
    {
        if (!_visits.TryGetValue(connection, out Visit? visit))
        {
            visit = new Visit(Math.Min(StartedCount, _tokens.Length - 1));
            _visits.Add(connection, visit);
            StartedCount++;
        }

        _keys++;
        if (visit.BookingId is { } bookingId)
            return BookingApi.ConfirmTemplate(_tokens[visit.Buyer], $"{_keyPrefix}-pay-{_keys}", bookingId).Bytes;
        visit.AttemptCount++;
        RequestTemplate request = _reserve[visit.Buyer];
        request.SetNumber(KeySlot, _keys);
        request.SetText(ShowtimeSlot, _showtime);
        request.SetText(SeatSlot, _seats[_random.Next(_seats.Length)]);
        return request.Bytes;
    }

    public void OnResponse(int connection, int status, ReadOnlySpan<byte> body)
    {
        Visit visit = _visits[connection];
        if (visit.BookingId is not null)
        {
            if (status is 200 or 201) PaidCount++;
            _visits.Remove(connection);
        }
        else if (status is 200 or 201)
        {
            visit.BookingId = BookingApi.BookingIdIn(Encoding.UTF8.GetString(body));
        }
        else if (status != 409 || visit.AttemptCount == MostAttempts)
        {
            _visits.Remove(connection);
        }
    }

    private sealed class Visit(int buyer)
    {
        public int Buyer { get; } = buyer;

        public int AttemptCount { get; set; }

        public string? BookingId { get; set; }
    }
}
