using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <content>The copy as bytes, for who asks from another node.</content>
public sealed partial class SeatsCopy
{
    private const int FieldCount = 6;
    private const int AreaFieldCount = 4;

    /// <summary>Takes over what <paramref name="other"/> holds, which is not to be used any more. O(1).</summary>
    internal void TakeOver(SeatsCopy other)
    {
        (Plan, Terms, MapVersion) = (other.Plan, other.Terms, other.MapVersion);
        (_statuses, _areas) = (other._statuses, other._areas);
    }

    /// <summary>
    /// Encodes: <c>[keeps lapsed, plan or nil, terms or nil, version, statuses, [[capacity, held, sold, blocked], …]]
    /// </c>. O(seats).
    /// </summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(KeepsLapsed);
        if (Plan is null) writer.WriteNil();
        else Plan.Write(ref writer);
        if (Terms is null) writer.WriteNil();
        else Terms.Write(ref writer);
        writer.Write(MapVersion);
        writer.WriteBinary(Statuses);
        writer.WriteArrayHeader(Areas.Length);
        foreach (AreaCounts area in Areas)
        {
            writer.WriteArrayHeader(AreaFieldCount);
            writer.Write(area.Capacity);
            writer.Write(area.Held);
            writer.Write(area.Sold);
            writer.Write(area.Blocked);
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote. O(seats).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a copy of seats.</exception>
    internal static SeatsCopy Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var copy = new SeatsCopy
        {
            KeepsLapsed = reader.ReadBoolean(),
            Plan = reader.TryReadNil() ? null : SeatPlan.Read(ref reader),
            Terms = reader.TryReadNil() ? null : ShowtimeTerms.Read(ref reader),
            MapVersion = reader.ReadUInt64(),
        };
        copy._statuses = reader.ReadBinary().ToArray();
        copy._areas = ReadAreas(ref reader);
        WireFields.End(ref reader, further);
        bool isOfPlan = copy._statuses.Length == (copy.Plan?.SeatCount ?? 0)
            && copy._areas.Length == (copy.Plan?.AreaCount ?? 0);
        return isOfPlan ? copy : throw new MessagePackFormatException("The seats are not those of the plan.");
    }

    private static AreaCounts[] ReadAreas(ref MessagePackReader reader)
    {
        var areas = new AreaCounts[reader.ReadArrayHeader()];
        for (int i = 0; i < areas.Length; i++)
        {
            int further = WireFields.Begin(ref reader, AreaFieldCount);
            areas[i] = new AreaCounts(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            WireFields.End(ref reader, further);
        }

        return areas;
    }
}
