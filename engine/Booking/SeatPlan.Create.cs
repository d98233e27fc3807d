using System.Diagnostics.CodeAnalysis;

namespace Catalog.Engine.Booking;

/// <content>How a plan is made, from people's words and back.</content>
public sealed partial class SeatPlan
{
    private SeatPlan(SeatPlanSpec spec, SeatPlanLayout layout)
    {
        _zoneNames = [.. spec.Zones];
        _rows = [.. layout.Rows];
        _blocks = [.. layout.Blocks];
        _numbering = [.. layout.Numbering];
        _kinds = [.. layout.Kinds];
        _zones = [.. layout.Zones];
        _labels = [.. layout.Labels];
        _byLabel = layout.ByLabel;
        _areas = new SeatArea[spec.Areas.Count];
        Capacity = _kinds.Length;
        for (int i = 0; i < _areas.Length; i++)
        {
            AreaSpec area = spec.Areas[i];
            _areas[i] = new SeatArea(area.Name, area.Capacity, FindZone(area.Zone));
            Capacity += area.Capacity;
        }

        _rowOf = new ushort[_kinds.Length];
        _blockOf = new ushort[_kinds.Length];
        _blockZones = new ulong[_blocks.Length];
        _blockAccessible = new ulong[_blocks.Length];
        _blockCompanion = new ulong[_blocks.Length];
        IndexBlocks();
        Width = layout.Width;
        FocalRow = layout.FocalRow;
        FocalX = layout.FocalX;
        _encoded = EncodeContent();
        ContentHash = SeatPlanPool.HashOf(_encoded);
    }

    /// <summary>Makes a plan. O(seats).</summary>
    /// <exception cref="SeatPlanException">The plan is not valid; the message names the field.</exception>
    public static SeatPlan Create(SeatPlanSpec spec) =>
        TryCreate(spec, out SeatPlan? plan, out SeatPlanException? error) ? plan : throw error;

    /// <summary>Makes a plan, or says which field is wrong and why. O(seats).</summary>
    public static bool TryCreate(
        SeatPlanSpec spec,
        [NotNullWhen(true)] out SeatPlan? plan,
        [NotNullWhen(false)] out SeatPlanException? error)
    {
        ArgumentNullException.ThrowIfNull(spec);
        plan = null;
        var layout = new SeatPlanLayout(spec);
        error = layout.Build();
        if (error is not null) return false;
        plan = new SeatPlan(spec, layout);
        return true;
    }

    /// <summary>The plan as people write it down; a plan made of it is equal. O(seats).</summary>
    public SeatPlanSpec ToSpec()
    {
        var rows = new RowSpec[_rows.Length];
        for (int i = 0; i < rows.Length; i++) rows[i] = ToSpec(i);
        return new SeatPlanSpec
        {
            Zones = [.. _zoneNames],
            Rows = rows,
            Areas = Array.ConvertAll(_areas, area => new AreaSpec(area.Name, area.Capacity, _zoneNames[area.Zone])),
            Focal = _rows.Length == 0 ? null : new FocalSpec(_rows[FocalRow].Label, FocalX),
        };
    }

    private RowSpec ToSpec(int index)
    {
        SeatRow row = _rows[index];
        RowNumbering numbering = _numbering[index];
        var blocks = new int[row.BlockCount];
        for (int i = 0; i < blocks.Length; i++) blocks[i] = _blocks[row.FirstBlock + i].Count;
        return new RowSpec
        {
            Label = row.Label,
            Blocks = blocks,
            FirstNumber = numbering.First,
            NumberStep = numbering.Step,
            IndentHalfSeats = numbering.Indent,
            Zones = ZoneRuns(row, numbering),
            Accessible = NumbersOf(row, numbering, SeatKind.Accessible),
            Companion = NumbersOf(row, numbering, SeatKind.Companion),
        };
    }

    private List<ZoneRun> ZoneRuns(SeatRow row, RowNumbering numbering)
    {
        var runs = new List<ZoneRun>();
        for (int start = 0, end; start < row.SeatCount; start = end)
        {
            byte zone = _zones[row.FirstSeat + start];
            for (end = start + 1; end < row.SeatCount && _zones[row.FirstSeat + end] == zone;) end++;
            if (zone == 0) continue;
            int from = numbering.First + (start * numbering.Step);
            runs.Add(new ZoneRun(_zoneNames[zone], from, from + ((end - start - 1) * numbering.Step)));
        }

        return runs;
    }

    private List<int> NumbersOf(SeatRow row, RowNumbering numbering, SeatKind kind)
    {
        var numbers = new List<int>();
        for (int i = 0; i < row.SeatCount; i++)
        {
            if (KindOf(row.FirstSeat + i) == kind) numbers.Add(numbering.First + (i * numbering.Step));
        }

        return numbers;
    }

    private void IndexBlocks()
    {
        for (int b = 0; b < _blocks.Length; b++)
        {
            SeatBlock block = _blocks[b];
            for (int seat = block.FirstSeat; seat < block.FirstSeat + block.Count; seat++)
            {
                _rowOf[seat] = block.Row;
                _blockOf[seat] = (ushort)b;
                _blockZones[b] |= 1UL << _zones[seat];
                ulong bit = 1UL << (seat - block.FirstSeat);
                if (KindOf(seat) == SeatKind.Accessible) _blockAccessible[b] |= bit;
                if (KindOf(seat) == SeatKind.Companion) _blockCompanion[b] |= bit;
            }
        }
    }

    /// <summary>Checks the invariants of the type's documentation. O(seats).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        int seat = 0, block = 0;
        for (int b = 0; b < _blocks.Length; seat += _blocks[b++].Count)
        {
            Require(_blocks[b].FirstSeat == seat && _blocks[b].Count is > 0 and <= 64, "1. blocks cover the seats");
        }

        Require(seat == SeatCount, "1. blocks cover the seats");
        foreach (SeatRow row in _rows)
        {
            Require(row.FirstBlock == block && row.BlockCount > 0, "2. rows cover the blocks");
            block += row.BlockCount;
        }

        Require(block == BlockCount, "2. rows cover the blocks");
        for (int s = 0; s < SeatCount; s++)
        {
            Require(_zones[s] < ZoneCount, "3. every seat's zone exists");
            Require(TryFind(LabelOf(s), out ushort found) && found == s, "4. a label finds its seat");
            Require(s == 0 || _rowOf[s] != _rowOf[s - 1] || XOf(s) > XOf(s - 1), "5. within a row x grows");
        }
    }

    private static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException($"Broken invariant {invariant}.");
    }
}
