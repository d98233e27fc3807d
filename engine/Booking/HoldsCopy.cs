using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// A copy of a showtime's live holds at one moment, in the order they were made, filled by <see cref="ReadHolds"/>.
/// Owned by the caller again once the query is answered.
/// </summary>
public sealed class HoldsCopy
{
    private const int FieldCount = 3;
    private readonly List<LiveHold> _holds = [];

    /// <summary>The plan; null when the showtime is not open.</summary>
    public SeatPlan? Plan { get; private set; }

    /// <summary>The holds, by their tokens' generation.</summary>
    public IReadOnlyList<LiveHold> Holds => _holds;

    /// <summary>Whether there are further ones behind the last.</summary>
    public bool HasMore { get; private set; }

    /// <summary>O(holds of the showtime · log of them).</summary>
    internal void Fill(ShowtimeState state, in ReadHolds query, long nowMs)
    {
        _holds.Clear();
        Plan = state.Plan;
        HasMore = false;
        if (state.Map is not { } map) return;
        foreach (HoldRecord hold in map.Holds())
        {
            if (hold.ExpiryMs <= nowMs || hold.Token.Generation <= query.AfterGeneration) continue;
            ulong bookingId = state.BookingOf(hold.Token);
            _holds.Add(new LiveHold(bookingId, hold, state.PaymentOf.ContainsKey(bookingId)));
        }

        _holds.Sort(static (a, b) => a.Hold.Token.Generation.CompareTo(b.Hold.Token.Generation));
        HasMore = _holds.Count > query.Limit;
        if (HasMore) _holds.RemoveRange(query.Limit, _holds.Count - query.Limit);
    }

    /// <summary>Takes over what <paramref name="other"/> holds. O(holds).</summary>
    internal void TakeOver(HoldsCopy other)
    {
        (Plan, HasMore) = (other.Plan, other.HasMore);
        _holds.Clear();
        _holds.AddRange(other._holds);
    }

    /// <summary>Encodes: <c>[plan or nil, has more, [hold, …]]</c>. O(holds).</summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        if (Plan is null) writer.WriteNil();
        else Plan.Write(ref writer);
        writer.Write(HasMore);
        writer.WriteArrayHeader(_holds.Count);
        foreach (LiveHold hold in _holds) hold.Write(ref writer);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote. O(holds).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a copy of holds.</exception>
    internal static HoldsCopy Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var copy = new HoldsCopy
        {
            Plan = reader.TryReadNil() ? null : SeatPlan.Read(ref reader),
            HasMore = reader.ReadBoolean(),
        };
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++) copy._holds.Add(LiveHold.Read(ref reader));
        WireFields.End(ref reader, further);
        return copy;
    }
}
