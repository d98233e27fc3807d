using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// A showtime's seats as somebody who watches them sees them: a copy, kept up by the facts that follow it, and the
/// server-sent events (HTML Living Standard, section 9.2) that tell of both. An event's id is the seat map's version.
/// Not thread-safe.
/// </summary>
internal sealed class SeatPicture
{
    private readonly SeatPlan _plan;
    private readonly byte[] _statuses;
    private readonly AreaCounts[] _areas;
    private readonly ArrayBufferWriter<byte> _json = new(512);
    private readonly SortedSet<byte> _touchedAreas = [];

    /// <summary>Takes over a copy; of a showtime that was never opened, the plan with everything free.</summary>
    public SeatPicture(SeatPlan plan, SeatsCopy copy)
    {
        _plan = copy.Plan ?? plan;
        Version = copy.MapVersion;
        _statuses = copy.Plan is null ? new byte[plan.SeatCount] : copy.Statuses.ToArray();
        _areas = copy.Areas.ToArray();
        if (copy.Plan is not null) return;
        _areas = new AreaCounts[plan.AreaCount];
        for (int i = 0; i < _areas.Length; i++) _areas[i] = new AreaCounts(plan.Area(i).Capacity, 0, 0);
    }

    /// <summary>The version of the last fact in the picture.</summary>
    public ulong Version { get; private set; }

    /// <summary>
    /// The event <c>snapshot</c>: <c>{version, statuses, areas}</c>, a letter a seat in the plan's order.
    /// </summary>
    public SeatEvent Snapshot()
    {
        _json.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_json))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version"u8, Version);
            writer.WriteString("statuses"u8, string.Create(_statuses.Length, _statuses, static (text, statuses) =>
            {
                for (int i = 0; i < text.Length; i++) text[i] = SeatStatuses.LetterOf(statuses[i]);
            }));
            writer.WriteStartArray("areas"u8);
            for (int i = 0; i < _areas.Length; i++) WriteArea(writer, i);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Frame("snapshot", Version, _json.WrittenSpan);
    }

    /// <summary>
    /// Takes in the next fact and gives its event <c>diff</c>: <c>{version, changes, areas}</c>. O(seats of the fact).
    /// </summary>
    /// <exception cref="InvalidOperationException">It is not the next one.</exception>
    public SeatEvent Apply(SeatFact fact)
    {
        if (fact.MapVersion != Version + 1) throw new InvalidOperationException("Not the next version.");
        Version = fact.MapVersion;
        _touchedAreas.Clear();
        _json.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_json))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version"u8, Version);
            writer.WriteStartArray("changes"u8);
            foreach (SeatClaim claim in fact.Claims)
            {
                foreach (ushort seat in claim.Seats.Span) Change(writer, seat, fact.Status);
                if (claim.Places > 0) Count(in claim, fact);
            }

            foreach (ushort seat in fact.Blocked.Span) Change(writer, seat, fact.Status);
            if (fact.Area >= 0) Block(fact);
            writer.WriteEndArray();
            writer.WriteStartArray("areas"u8);
            foreach (byte area in _touchedAreas) WriteArea(writer, area);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Frame("diff", Version, _json.WrittenSpan);
    }

    /// <summary>
    /// The event <c>resync</c>: what the client has is not to be built upon any more; a snapshot follows, or, when the
    /// stream ends, comes with the next one.
    /// </summary>
    public static byte[] Resync(string reason) =>
        Encoding.UTF8.GetBytes($"event: resync\ndata: {{\"reason\":\"{reason}\"}}\n\n");

    private static SeatEvent Frame(string name, ulong version, ReadOnlySpan<byte> json)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"id: {version}\nevent: {name}\ndata: ");
        byte[] frame = new byte[head.Length + json.Length + 2];
        Encoding.ASCII.GetBytes(head, frame);
        json.CopyTo(frame.AsSpan(head.Length));
        frame.AsSpan(frame.Length - 2).Fill((byte)'\n');
        return new SeatEvent(version, frame, head.Length);
    }

    private void Change(Utf8JsonWriter writer, int seat, SeatStatus status)
    {
        _statuses[seat] = (byte)status;
        writer.WriteStartObject();
        writer.WriteString("seat"u8, _plan.LabelOf(seat));
        writer.WriteString("status"u8, SeatStatuses.NameOf(status));
        writer.WriteEndObject();
    }

    private void Count(in SeatClaim claim, SeatFact fact)
    {
        ref AreaCounts area = ref _areas[claim.Area];
        area = area with
        {
            Held = area.Held + (fact.HeldChange * claim.Places),
            Sold = area.Sold + (fact.SoldChange * claim.Places),
        };
        _touchedAreas.Add(claim.Area);
    }

    private void Block(SeatFact fact)
    {
        ref AreaCounts area = ref _areas[fact.Area];
        area = area with { Blocked = area.Blocked + fact.BlockedPlaces };
        _touchedAreas.Add((byte)fact.Area);
    }

    private void WriteArea(Utf8JsonWriter writer, int index)
    {
        writer.WriteStartObject();
        writer.WriteString("area"u8, _plan.Area(index).Name);
        writer.WriteNumber("free"u8, _areas[index].Free);
        writer.WriteNumber("held"u8, _areas[index].Held);
        writer.WriteNumber("sold"u8, _areas[index].Sold);
        writer.WriteNumber("blocked"u8, _areas[index].Blocked);
        writer.WriteEndObject();
    }
}
