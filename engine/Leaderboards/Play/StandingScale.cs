using Catalog.Engine.Analytics.Sketches;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Play;

/// <summary>
/// Where a number stands among recent ones, in deviations of a normal distribution.
/// <code>
/// numbers ─► sketch of this turn ─┐
///            sketch of the last ──┴─► at each turn's end: 33 marks, the quantiles at −2.4 … 2.4 deviations
/// number ─► between which marks ─► deviations; beyond them, as far as the outermost marks are apart
/// </code>
/// A turn is 256 numbers at first and twice as many each time up to 65,536: what is long ago is forgotten. The marks
/// end where fewer than one in a hundred lies, so that some wild numbers do not bend what they are measured with.
/// </summary>
/// <remarks>
/// Adding is O(1) but for a turn's end, which is O(bins); asking is O(log marks); neither allocates once the sketches
/// have their size. About 35 KB. The same numbers give the same marks. Not thread-safe.
/// </remarks>
public sealed class StandingScale
{
    /// <summary>How far out any number is called.</summary>
    public const double Farthest = 8;

    private const int WireVersion = 1;
    private const int Marks = 33;
    private const double Reach = 2.4;
    private const double Step = 2 * Reach / (Marks - 1);
    private const int FirstTurn = 256;
    private const int LastTurn = 65_536;

    // Marks from the end whose distance says how far apart numbers are beyond.
    private const int Tail = 6;
    private readonly double[] _marks = new double[Marks];
    private DDSketch _recent = new();
    private DDSketch _before = new();
    private int _turn = FirstTurn;

    /// <summary>Whether there were enough numbers to stand among.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Adds a number. O(1), amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public void Add(double number)
    {
        _recent.Add(number);
        if (_recent.Count == _turn) EndTurn();
    }

    /// <summary>Where a number stands: 0 in the middle, and while nothing is known. O(log marks).</summary>
    public double Of(double number)
    {
        if (!IsKnown) return 0;
        int above = Array.BinarySearch(_marks, number);
        if (above >= 0) return MiddleOfEqual(above);
        above = ~above;
        if (above == 0) return Math.Max(-Farthest, -Reach - Beyond(_marks[0] - number, _marks[Tail] - _marks[0]));
        if (above == Marks)
            return Math.Min(Farthest, Reach + Beyond(number - _marks[^1], _marks[^1] - _marks[^(Tail + 1)]));
        double below = _marks[above - 1], gap = _marks[above] - below;
        return -Reach + (Step * (above - 1 + ((number - below) / gap)));
    }

    /// <summary>The number that stands at so many deviations, within the marks. O(1).</summary>
    public double At(double deviations)
    {
        double at = Math.Clamp((deviations + Reach) / Step, 0, Marks - 1);
        int below = Math.Min((int)at, Marks - 2);
        return _marks[below] + ((at - below) * (_marks[below + 1] - _marks[below]));
    }

    /// <summary>Encodes it. O(bins).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(6);
        writer.Write(WireVersion);
        writer.Write(_turn);
        writer.Write(IsKnown);
        ModelWire.Write(ref writer, _marks);
        _recent.Save(ref writer);
        _before.Save(ref writer);
    }

    /// <summary>Replaces everything by what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such scale.</exception>
    public void Load(ref MessagePackReader reader)
    {
        bool isScale = reader.ReadArrayHeader() == 6 && reader.ReadInt32() == WireVersion;
        ModelWire.Require(isScale, "Not a scale.");
        _turn = reader.ReadInt32();
        IsKnown = reader.ReadBoolean();
        double[] marks = ModelWire.ReadDoubles(ref reader);
        ModelWire.Require(marks.Length == Marks && _turn is >= FirstTurn and <= LastTurn, "A scale of another size.");
        marks.CopyTo(_marks, 0);
        _recent.Load(ref reader);
        _before.Load(ref reader);
        ModelWire.Require(_recent.Count < _turn, "A turn that should be over.");
    }

    private void EndTurn()
    {
        _before.Merge(_recent);
        for (int mark = 0; mark < Marks; mark++)
            _marks[mark] = _before.Quantile(NormalCurve.Below(-Reach + (mark * Step)));
        _before.Clear();
        (_recent, _before) = (_before, _recent);
        _turn = Math.Min(LastTurn, _turn * 2);
        IsKnown = true;
    }

    // Of many equal numbers none is better than the others: they stand in their middle.
    private double MiddleOfEqual(int mark)
    {
        int first = mark, last = mark;
        while (first > 0 && _marks[first - 1] == _marks[mark]) first--;
        while (last < Marks - 1 && _marks[last + 1] == _marks[mark]) last++;
        return -Reach + (Step * (first + last) / 2);
    }

    // All numbers alike: a number that is not is beyond all measure.
    private static double Beyond(double distance, double tail) =>
        tail > 0 ? distance / tail * Tail * Step : Farthest;
}
