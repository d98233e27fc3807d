using Catalog.Engine.Wire;

namespace Catalog.Engine.Analytics.Sketches;

/// <summary>
/// Quantiles of numbers in little memory, each off by at most a given share of its value.
/// <code>
/// below zero [ c | c | … ]   zeros   above zero [ c | c | c | … ]
///                                    bin i: numbers from γ^(i−1) (exclusive) to γ^i, γ = (1 + a) / (1 − a)
/// </code>
/// With accuracy a every quantile is within a·|x| of the number x that has that rank, as long as the bins reach: 2,048
/// of them at 1 % reach from 1 to 6·10^17, everything a rollup is given. Where they do not, the bins nearest to zero
/// become one, and only quantiles in that one are coarser. Merging gives what adding both together would have given.
/// <para>
/// Invariants: (1) the bins, the zeros and nothing else make up the count; (2) there are at most so many bins on a
/// side; (3) the least is not greater than the greatest.
/// </para>
/// </summary>
/// <remarks>
/// Adding is O(1) and allocates nothing once the bins reach; a quantile is O(bins). Source: Masson, Rim, Lee, DDSketch,
/// PVLDB 12(12), 2019. Not thread-safe.
/// </remarks>
public sealed class DDSketch
{
    /// <summary>The usual bound on the bins of a side.</summary>
    public const int DefaultMaxBins = 2_048;

    private const int HeaderFields = 4;
    private readonly double _gamma;
    private readonly double _logGamma;
    private readonly QuantileBins _above;
    private readonly QuantileBins _below;
    private long _zeros;

    /// <summary>Makes it for no numbers.</summary>
    /// <param name="accuracy">The share of its value a quantile may be off by: above 0, below 1.</param>
    /// <param name="maxBins">The bins of a side, at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public DDSketch(double accuracy = 0.01, int maxBins = DefaultMaxBins)
    {
        if (!(accuracy > 0 && accuracy < 1)) throw new ArgumentOutOfRangeException(nameof(accuracy));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBins, 2);
        Accuracy = accuracy;
        _gamma = (1 + accuracy) / (1 - accuracy);
        _logGamma = Math.Log(_gamma);
        _above = new QuantileBins(maxBins);
        _below = new QuantileBins(maxBins);
    }

    /// <summary>The share of its value a quantile may be off by.</summary>
    public double Accuracy { get; }

    /// <summary>How many numbers there were.</summary>
    public long Count { get; private set; }

    /// <summary>The least of them; NaN of none.</summary>
    public double Min { get; private set; } = double.NaN;

    /// <summary>The greatest of them; NaN of none.</summary>
    public double Max { get; private set; } = double.NaN;

    /// <summary>Adds a number. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public void Add(double number)
    {
        if (!double.IsFinite(number)) throw new ArgumentOutOfRangeException(nameof(number));
        if (number > 0) _above.Add(IndexOf(number), 1);
        else if (number < 0) _below.Add(IndexOf(-number), 1);
        else _zeros++;
        Extend(number, number);
        Count++;
    }

    /// <summary>The number of a rank: 0 for the least, 0.5 for the median, 1 for the greatest. O(bins).</summary>
    /// <returns>The number, within <see cref="Accuracy"/>; NaN of none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rank is not from 0 to 1.</exception>
    public double Quantile(double rank)
    {
        if (!(rank >= 0 && rank <= 1)) throw new ArgumentOutOfRangeException(nameof(rank));
        if (Count == 0) return double.NaN;
        // The number with so many before it.
        long before = (long)(rank * (Count - 1));
        if (before < _below.Total) return Clamp(-ValueOf(_below.IndexFromTop(before)));
        before -= _below.Total;
        if (before < _zeros) return 0;
        return Clamp(ValueOf(_above.IndexFromBottom(before - _zeros)));
    }

    /// <summary>Adds all that another one was given. O(bins).</summary>
    /// <exception cref="ArgumentException">It has another accuracy.</exception>
    public void Merge(DDSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Accuracy != Accuracy) throw new ArgumentException("Another accuracy.", nameof(other));
        if (other.Count == 0) return;
        _above.Merge(other._above);
        _below.Merge(other._below);
        _zeros += other._zeros;
        Count += other.Count;
        Extend(other.Min, other.Max);
    }

    /// <summary>Forgets everything; keeps its memory.</summary>
    public void Clear()
    {
        _above.Clear();
        _below.Clear();
        _zeros = 0;
        Count = 0;
        Min = double.NaN;
        Max = double.NaN;
    }

    /// <summary>Encodes it: one array. O(bins).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(HeaderFields + _above.Fields + _below.Fields);
        writer.Write(Accuracy);
        writer.Write(_zeros);
        writer.Write(Min);
        writer.Write(Max);
        _above.Save(ref writer);
        _below.Save(ref writer);
    }

    /// <summary>Replaces everything by what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are none of this accuracy.</exception>
    public void Load(ref MessagePackReader reader)
    {
        Clear();
        int fields = reader.ReadArrayHeader();
        if (reader.ReadDouble() != Accuracy) throw new MessagePackFormatException("Another accuracy.");
        _zeros = reader.ReadInt64();
        Min = reader.ReadDouble();
        Max = reader.ReadDouble();
        _above.Load(ref reader);
        _below.Load(ref reader);
        if (fields != HeaderFields + _above.Fields + _below.Fields || _zeros < 0)
            throw new MessagePackFormatException("Not a sketch of quantiles.");
        Count = _above.Total + _below.Total + _zeros;
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(bins).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        if (_above.Total + _below.Total + _zeros != Count) throw new InvalidOperationException($"(1) {Count} numbers.");
        _above.CheckInvariants();
        _below.CheckInvariants();
        if (Count > 0 && !(Min <= Max)) throw new InvalidOperationException($"(3) {Min}, {Max}.");
    }

    private int IndexOf(double number) => (int)Math.Ceiling(Math.Log(number) / _logGamma);

    private double ValueOf(int index) => 2 * Math.Pow(_gamma, index) / (_gamma + 1);

    private double Clamp(double value) => Math.Clamp(value, Min, Max);

    private void Extend(double least, double greatest)
    {
        if (!(least >= Min)) Min = least;
        if (!(greatest <= Max)) Max = greatest;
    }
}
