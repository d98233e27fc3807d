using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <content>The plan as bytes and as a hash.</content>
public sealed partial class SeatPlan
{
    private const int WireVersion = 1;

    /// <summary>Writes the plan, runs of equal seats as one. O(size of its bytes); 0 B.</summary>
    public void Write(ref MessagePackWriter writer) => writer.WriteRaw(_encoded);

    /// <summary>
    /// Reads what <see cref="Write"/> wrote, and checks it as <see cref="Create"/> does. Equal bytes give the same
    /// plan, so that thousands of showtimes of one hall share it. O(seats) the first time, then O(size of its bytes).
    /// </summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a seat plan.</exception>
    public static SeatPlan Read(ref MessagePackReader reader)
    {
        ReadOnlySpan<byte> encoded = reader.ReadRaw();
        if (SeatPlanPool.Find(encoded) is { } known) return known;
        var content = new MessagePackReader(encoded);
        SeatPlan plan = Decode(ref content);
        SeatPlanPool.Add(plan._encoded, plan);
        return plan;
    }

    private void Encode(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(6);
        writer.Write((long)WireVersion);
        writer.WriteArrayHeader(_zoneNames.Length);
        foreach (string zone in _zoneNames) writer.Write(zone);
        writer.WriteArrayHeader(_areas.Length);
        foreach (SeatArea area in _areas)
        {
            writer.WriteArrayHeader(3);
            writer.Write(area.Name);
            writer.Write((long)area.Capacity);
            writer.Write((long)area.Zone);
        }

        writer.Write((long)FocalRow);
        writer.Write((long)FocalX);
        writer.WriteArrayHeader(_rows.Length);
        foreach (RowSpec row in ToSpec().Rows) WriteRow(ref writer, row);
    }

    private static SeatPlan Decode(ref MessagePackReader reader)
    {
        Expect(reader.ReadArrayHeader() == 6, "six fields");
        Expect(reader.ReadInt32() == WireVersion, "a known version");
        var zones = new string[ReadCount(ref reader, MaxZones)];
        for (int i = 0; i < zones.Length; i++) zones[i] = reader.ReadString();
        var areas = new AreaSpec[ReadCount(ref reader, SeatMap.MaxAreas)];
        for (int i = 0; i < areas.Length; i++)
        {
            Expect(reader.ReadArrayHeader() == 3, "an area");
            areas[i] = new AreaSpec(reader.ReadString(), reader.ReadInt32(), ReadZone(ref reader, zones));
        }

        int focalRow = reader.ReadInt32();
        int focalX = reader.ReadInt32();
        var rows = new RowSpec[ReadCount(ref reader, SeatMap.MaxSeats)];
        for (int i = 0; i < rows.Length; i++) rows[i] = ReadRow(ref reader, zones);
        Expect(rows.Length == 0 || (uint)focalRow < (uint)rows.Length, "a row to focus on");
        FocalSpec? focal = rows.Length == 0 ? null : new FocalSpec(rows[focalRow].Label, focalX);
        var spec = new SeatPlanSpec { Zones = zones, Areas = areas, Rows = rows, Focal = focal };
        return TryCreate(spec, out SeatPlan? plan, out SeatPlanException? error)
            ? plan
            : throw new MessagePackFormatException($"Seat plan: {error.Message}");
    }

    private void WriteRow(ref MessagePackWriter writer, RowSpec row)
    {
        writer.WriteArrayHeader(8);
        writer.Write(row.Label);
        writer.Write((long)row.FirstNumber);
        writer.Write((long)row.NumberStep);
        writer.Write((long)row.IndentHalfSeats.GetValueOrDefault());
        WriteNumbers(ref writer, row.Blocks);
        writer.WriteArrayHeader(3 * row.Zones.Count);
        foreach (ZoneRun run in row.Zones)
        {
            writer.Write((long)FindZone(run.Zone));
            writer.Write((long)run.FromNumber);
            writer.Write((long)run.ToNumber);
        }

        WriteNumbers(ref writer, row.Accessible);
        WriteNumbers(ref writer, row.Companion);
    }

    private static RowSpec ReadRow(ref MessagePackReader reader, string[] zones)
    {
        Expect(reader.ReadArrayHeader() == 8, "a row");
        string label = reader.ReadString();
        int first = reader.ReadInt32(), step = reader.ReadInt32(), indent = reader.ReadInt32();
        int[] blocks = ReadNumbers(ref reader);
        var runs = new ZoneRun[ReadCount(ref reader, 3 * SeatMap.MaxSeats) / 3];
        for (int i = 0; i < runs.Length; i++)
        {
            runs[i] = new ZoneRun(ReadZone(ref reader, zones), reader.ReadInt32(), reader.ReadInt32());
        }

        return new RowSpec
        {
            Label = label,
            Blocks = blocks,
            FirstNumber = first,
            NumberStep = step,
            IndentHalfSeats = indent,
            Zones = runs,
            Accessible = ReadNumbers(ref reader),
            Companion = ReadNumbers(ref reader),
        };
    }

    private static void WriteNumbers(ref MessagePackWriter writer, IReadOnlyList<int> numbers)
    {
        writer.WriteArrayHeader(numbers.Count);
        foreach (int number in numbers) writer.Write((long)number);
    }

    private static int[] ReadNumbers(ref MessagePackReader reader)
    {
        var numbers = new int[ReadCount(ref reader, SeatMap.MaxSeats)];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = reader.ReadInt32();
        return numbers;
    }

    private static string ReadZone(ref MessagePackReader reader, string[] zones)
    {
        int zone = reader.ReadInt32();
        Expect((uint)zone < (uint)zones.Length, "a zone of the plan");
        return zones[zone];
    }

    private static int ReadCount(ref MessagePackReader reader, int max)
    {
        int count = reader.ReadArrayHeader();
        Expect(count >= 0 && count <= max, "a count in its range");
        return count;
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds) throw new MessagePackFormatException($"Seat plan: expected {what}.");
    }

    private byte[] EncodeContent()
    {
        var buffer = new ByteBuffer(1024);
        var writer = new MessagePackWriter(buffer);
        Encode(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
