using System.Globalization;

namespace Catalog.Engine.Booking;

/// <summary>Checks a <see cref="SeatPlanSpec"/> field by field and lays its seats out; used once a plan.</summary>
internal sealed class SeatPlanLayout(SeatPlanSpec spec)
{
    private const int MaxBlockSeats = 64;
    private const int MaxLabelLength = 16;
    private const int MaxNameLength = 64;
    private const int MaxAreaCapacity = 1_000_000;
    private const int MaxIndent = 10_000;
    private const int MaxNumber = 99_999;

    public List<SeatRow> Rows { get; } = [];

    public List<SeatBlock> Blocks { get; } = [];

    public List<RowNumbering> Numbering { get; } = [];

    public List<byte> Kinds { get; } = [];

    public List<byte> Zones { get; } = [];

    public List<string> Labels { get; } = [];

    public Dictionary<string, ushort> ByLabel { get; } = new(StringComparer.OrdinalIgnoreCase);

    public int Width { get; private set; }

    public int FocalRow { get; private set; }

    public int FocalX { get; private set; }

    /// <summary>Lays everything out; the first field at fault, or null.</summary>
    public SeatPlanException? Build()
    {
        if (spec.Rows is null) return new SeatPlanException("rows", "It is not null.");
        if (spec.Areas is null) return new SeatPlanException("areas", "It is not null.");
        SeatPlanException? error = CheckZones() ?? CheckAreas() ?? CheckSizes();
        if (error is not null) return error;
        int widest = 0;
        foreach (RowSpec row in spec.Rows) widest = Math.Max(widest, WidthOf(row));
        for (int i = 0; i < spec.Rows.Count; i++)
        {
            error = AddRow(i, widest);
            if (error is not null) return error;
        }

        return PlaceFocal();
    }

    private SeatPlanException? CheckZones()
    {
        if (spec.Zones is null || spec.Zones.Count is 0 or > SeatPlan.MaxZones)
        {
            return new SeatPlanException("zones", $"A plan has 1 to {SeatPlan.MaxZones} price zones.");
        }

        return CheckNames("zones", spec.Zones);
    }

    private SeatPlanException? CheckAreas()
    {
        if (spec.Areas.Count > SeatMap.MaxAreas)
        {
            return new SeatPlanException("areas", $"A plan has at most {SeatMap.MaxAreas} areas.");
        }

        var names = new List<string>();
        for (int i = 0; i < spec.Areas.Count; i++)
        {
            AreaSpec area = spec.Areas[i];
            if (area is null) return new SeatPlanException($"areas[{i}]", "It is not null.");
            names.Add(area.Name);
            if (area.Capacity is < 1 or > MaxAreaCapacity)
            {
                return new SeatPlanException($"areas[{i}].capacity", $"An area has 1 to {MaxAreaCapacity} places.");
            }

            if (ZoneIndex(area.Zone) < 0)
            {
                return new SeatPlanException($"areas[{i}].zone", $"There is no zone '{area.Zone}'.");
            }
        }

        return CheckNames("areas", names);
    }

    private static SeatPlanException? CheckNames(string field, IReadOnlyList<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i]) || names[i].Length > MaxNameLength)
            {
                return new SeatPlanException($"{field}[{i}]", $"A name has 1 to {MaxNameLength} characters.");
            }

            if (!seen.Add(names[i])) return new SeatPlanException($"{field}[{i}]", $"'{names[i]}' stands twice.");
        }

        return null;
    }

    private SeatPlanException? CheckSizes()
    {
        long total = 0;
        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < spec.Rows.Count; i++)
        {
            RowSpec row = spec.Rows[i];
            if (row?.Blocks is null || row.Zones is null || row.Accessible is null || row.Companion is null)
            {
                return new SeatPlanException($"rows[{i}]", "A row and its lists are not null.");
            }

            if (string.IsNullOrWhiteSpace(row.Label) || row.Label.Length > MaxLabelLength)
            {
                return new SeatPlanException($"rows[{i}].label", $"A label has 1 to {MaxLabelLength} characters.");
            }

            if (!labels.Add(row.Label))
            {
                return new SeatPlanException($"rows[{i}].label", $"'{row.Label}' stands twice.");
            }

            if (row.Blocks.Count == 0)
            {
                return new SeatPlanException($"rows[{i}].blocks", "A row has at least one block.");
            }

            for (int b = 0; b < row.Blocks.Count; b++)
            {
                total += row.Blocks[b];
                if (row.Blocks[b] is >= 1 and <= MaxBlockSeats && total <= SeatMap.MaxSeats) continue;
                string limit = $"A block has 1 to {MaxBlockSeats} seats, a plan at most {SeatMap.MaxSeats}.";
                return new SeatPlanException($"rows[{i}].blocks[{b}]", limit);
            }
        }

        return total == 0 && spec.Areas.Count == 0
            ? new SeatPlanException("rows", "A plan has a row or an area.")
            : null;
    }

    private SeatPlanException? AddRow(int index, int widest)
    {
        RowSpec row = spec.Rows[index];
        int indent = row.IndentHalfSeats ?? (widest - WidthOf(row)) / 2;
        if (indent is < 0 or > MaxIndent)
        {
            return new SeatPlanException($"rows[{index}].indentHalfSeats", $"It is 0 to {MaxIndent}.");
        }

        int firstSeat = Kinds.Count;
        int x = indent;
        Rows.Add(new SeatRow(row.Label, firstSeat, SeatsOf(row), Blocks.Count, row.Blocks.Count));
        Numbering.Add(new RowNumbering(row.FirstNumber, row.NumberStep, indent));
        foreach (int size in row.Blocks)
        {
            Blocks.Add(new SeatBlock((ushort)Kinds.Count, (byte)size, (ushort)index, (ushort)x));
            Width = Math.Max(Width, x + (2 * (size - 1)));
            x += 2 * (size + 1);
            for (int i = 0; i < size; i++)
            {
                Kinds.Add((byte)SeatKind.Standard);
                Zones.Add(0);
            }
        }

        return AddLabels(index, firstSeat) ?? SetZones(index, firstSeat)
            ?? SetKind(index, row.Accessible, SeatKind.Accessible) ?? SetKind(index, row.Companion, SeatKind.Companion);
    }

    private SeatPlanException? AddLabels(int index, int firstSeat)
    {
        RowSpec row = spec.Rows[index];
        if (row.NumberStep is 0 or < -100 or > 100)
        {
            return new SeatPlanException($"rows[{index}].numberStep", "It is -100 to 100 and not 0.");
        }

        for (int seat = firstSeat; seat < Kinds.Count; seat++)
        {
            long number = row.FirstNumber + ((long)row.NumberStep * (seat - firstSeat));
            if (number is < 0 or > MaxNumber)
            {
                return new SeatPlanException($"rows[{index}].firstNumber", $"Seat numbers are 0 to {MaxNumber}.");
            }

            string label = row.Label + number.ToString(CultureInfo.InvariantCulture);
            Labels.Add(label);
            if (!ByLabel.TryAdd(label, (ushort)seat))
            {
                return new SeatPlanException($"rows[{index}].label", $"The seat label '{label}' stands twice.");
            }
        }

        return null;
    }

    private SeatPlanException? SetZones(int index, int firstSeat)
    {
        RowSpec row = spec.Rows[index];
        for (int i = 0; i < row.Zones.Count; i++)
        {
            ZoneRun run = row.Zones[i];
            if (run is null) return new SeatPlanException($"rows[{index}].zones[{i}]", "It is not null.");
            int zone = ZoneIndex(run.Zone);
            string field = $"rows[{index}].zones[{i}]";
            if (zone < 0) return new SeatPlanException($"{field}.zone", $"There is no zone '{run.Zone}'.");
            int from = SeatOf(row, run.FromNumber);
            int to = SeatOf(row, run.ToNumber);
            if (from < 0) return NoSuchNumber($"{field}.fromNumber", run.FromNumber);
            if (to < from) return NoSuchNumber($"{field}.toNumber", run.ToNumber);
            for (int seat = from; seat <= to; seat++) Zones[firstSeat + seat] = (byte)zone;
        }

        return null;
    }

    private SeatPlanException? SetKind(int index, IReadOnlyList<int> numbers, SeatKind kind)
    {
        string field = kind == SeatKind.Accessible ? "accessible" : "companion";
        for (int i = 0; i < numbers.Count; i++)
        {
            int offset = SeatOf(spec.Rows[index], numbers[i]);
            if (offset < 0) return NoSuchNumber($"rows[{index}].{field}[{i}]", numbers[i]);
            int seat = Rows[index].FirstSeat + offset;
            if (Kinds[seat] != (byte)SeatKind.Standard)
            {
                return new SeatPlanException($"rows[{index}].{field}[{i}]", $"Seat {numbers[i]} has a kind already.");
            }

            Kinds[seat] = (byte)kind;
        }

        return null;
    }

    private SeatPlanException? PlaceFocal()
    {
        if (spec.Focal is null)
        {
            FocalRow = spec.Rows.Count * 2 / 3;
            FocalX = Width / 2;
            return null;
        }

        FocalRow = Rows.FindIndex(row => row.Label == spec.Focal.Row);
        FocalX = spec.Focal.HalfSeats;
        if (FocalRow < 0) return new SeatPlanException("focal.row", $"There is no row '{spec.Focal.Row}'.");
        bool within = FocalX >= 0 && FocalX <= Width;
        return within ? null : new SeatPlanException("focal.halfSeats", $"It is 0 to {Width}, the width of the plan.");
    }

    private static SeatPlanException NoSuchNumber(string field, int number) =>
        new(field, $"The row has no seat {number}, or it stands left of where it should.");

    // How far right of the row's first seat the number stands, or -1.
    private static int SeatOf(RowSpec row, int number)
    {
        long distance = (long)number - row.FirstNumber;
        long offset = distance / row.NumberStep;
        return distance % row.NumberStep == 0 && offset >= 0 && offset < SeatsOf(row) ? (int)offset : -1;
    }

    private static int SeatsOf(RowSpec row)
    {
        int count = 0;
        foreach (int size in row.Blocks) count += size;
        return count;
    }

    // In half seats, from the first seat's left edge to the last one's right edge, aisles of one seat included.
    private static int WidthOf(RowSpec row) => 2 * (SeatsOf(row) + row.Blocks.Count - 1);

    private int ZoneIndex(string name)
    {
        for (int i = 0; i < spec.Zones.Count; i++)
        {
            if (spec.Zones[i] == name) return i;
        }

        return -1;
    }
}
