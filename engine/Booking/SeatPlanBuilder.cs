namespace Catalog.Engine.Booking;

/// <summary>
/// Puts a <see cref="SeatPlanSpec"/> together step by step:
/// <c>new SeatPlanBuilder().Zone("Standard").Row("A", 8, 8).Accessible("A", 1).Build()</c>. Not thread-safe.
/// </summary>
public sealed class SeatPlanBuilder
{
    private readonly List<string> _zones = [];
    private readonly List<RowSpec> _rows = [];
    private readonly List<AreaSpec> _areas = [];
    private FocalSpec? _focal;

    /// <summary>Adds a price zone, its ordinal how many came before. Seats are in the first by default.</summary>
    public SeatPlanBuilder Zone(string name)
    {
        _zones.Add(name);
        return this;
    }

    /// <summary>Adds a row of blocks from left to right, numbered from 1.</summary>
    public SeatPlanBuilder Row(string label, params int[] blocks) =>
        Row(new RowSpec { Label = label, Blocks = blocks });

    /// <summary>Adds a row.</summary>
    public SeatPlanBuilder Row(RowSpec row)
    {
        _rows.Add(row);
        return this;
    }

    /// <summary>Puts adjacent seats of a row into a price zone.</summary>
    /// <exception cref="SeatPlanException">There is no such row.</exception>
    public SeatPlanBuilder InZone(string row, string zone, int fromNumber, int toNumber) =>
        Change(row, r => r with { Zones = [.. r.Zones, new ZoneRun(zone, fromNumber, toNumber)] });

    /// <summary>Marks seats of a row as for wheelchair users.</summary>
    /// <exception cref="SeatPlanException">There is no such row.</exception>
    public SeatPlanBuilder Accessible(string row, params int[] numbers) =>
        Change(row, r => r with { Accessible = [.. r.Accessible, .. numbers] });

    /// <summary>Marks seats of a row as for those who accompany wheelchair users.</summary>
    /// <exception cref="SeatPlanException">There is no such row.</exception>
    public SeatPlanBuilder Companion(string row, params int[] numbers) =>
        Change(row, r => r with { Companion = [.. r.Companion, .. numbers] });

    /// <summary>Adds a general-admission area.</summary>
    public SeatPlanBuilder Area(string name, int capacity, string zone)
    {
        _areas.Add(new AreaSpec(name, capacity, zone));
        return this;
    }

    /// <summary>Sets the point from which the best seats are looked for.</summary>
    public SeatPlanBuilder Focal(string row, int halfSeats)
    {
        _focal = new FocalSpec(row, halfSeats);
        return this;
    }

    /// <summary>What has been put together so far, unchecked.</summary>
    public SeatPlanSpec ToSpec() =>
        new() { Zones = [.. _zones], Rows = [.. _rows], Areas = [.. _areas], Focal = _focal };

    /// <summary>Makes the plan.</summary>
    /// <exception cref="SeatPlanException">It is not valid; the message names the field.</exception>
    public SeatPlan Build() => SeatPlan.Create(ToSpec());

    private SeatPlanBuilder Change(string label, Func<RowSpec, RowSpec> change)
    {
        int index = _rows.FindIndex(row => row.Label == label);
        if (index < 0) throw new SeatPlanException("rows", $"There is no row '{label}'.");
        _rows[index] = change(_rows[index]);
        return this;
    }
}
