using System.Numerics;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Several numbers in one score: members are ranked by the first, those equal in it by the second, and so on, each with
/// a direction of its own; those equal in all, by who was there first, as ever.
/// <code>
/// score   63 bits, not negative: [ first column │ second │ … ]
/// column  value - min, or max - value where less is better
/// </code>
/// Ranked by any <see cref="RankedSet"/> with the best first, or by a mode that keeps the best or the last score;
/// adding scores up adds no columns up. A mode takes 53 bits (<see cref="LeaderboardMachine.MaxTotal"/>).
/// <para>Invariant: one score is above another exactly when its columns are better, compared from the first on.</para>
/// </summary>
/// <remarks>Immutable, so thread-safe. Packing and unpacking are O(columns) and allocate nothing.</remarks>
public sealed class ScoreLayout
{
    /// <summary>Bits there are for all columns.</summary>
    public const int MaxBits = 63;

    private readonly ScoreColumn[] _columns;
    private readonly int[] _shifts;

    /// <summary>Makes a layout. O(columns).</summary>
    /// <param name="columns">The columns, the most important first.</param>
    /// <exception cref="ArgumentException">There is none, one holds nothing, or they do not fit together.</exception>
    public ScoreLayout(params ReadOnlySpan<ScoreColumn> columns)
    {
        if (columns.IsEmpty) throw new ArgumentException("A score has at least one column.", nameof(columns));
        _columns = columns.ToArray();
        _shifts = new int[columns.Length];
        for (int i = columns.Length - 1; i >= 0; i--)
        {
            if (columns[i].Min > columns[i].Max)
                throw new ArgumentException("A column's least is more than its most.", nameof(columns));
            _shifts[i] = Bits;
            Bits += 64 - BitOperations.LeadingZeroCount(unchecked((ulong)(columns[i].Max - columns[i].Min)));
            if (Bits > MaxBits) throw new ArgumentException("The columns take more than 63 bits.", nameof(columns));
        }
    }

    /// <summary>Number of columns.</summary>
    public int Count => _columns.Length;

    /// <summary>Bits all columns take together.</summary>
    public int Bits { get; }

    /// <summary>Packs values into a score. O(columns); 0 B.</summary>
    /// <param name="values">A value for each column.</param>
    /// <param name="score">The score, not negative; more is better.</param>
    /// <returns>Whether every value lies within its column.</returns>
    /// <exception cref="ArgumentException">There are not as many values as columns.</exception>
    public bool TryPack(ReadOnlySpan<long> values, out long score)
    {
        if (values.Length != _columns.Length) throw new ArgumentException("A value a column.", nameof(values));
        score = 0;
        for (int i = 0; i < values.Length; i++)
        {
            ScoreColumn column = _columns[i];
            if (values[i] < column.Min || values[i] > column.Max) return false;
            bool isMoreBetter = column.Order == ScoreOrder.Descending;
            score |= (isMoreBetter ? values[i] - column.Min : column.Max - values[i]) << _shifts[i];
        }

        return true;
    }

    /// <summary>Unpacks a column of a score. O(1); 0 B.</summary>
    /// <param name="score">What <see cref="TryPack"/> made.</param>
    /// <param name="column">The column, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public long ValueOf(long score, int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)_columns.Length, nameof(column));
        int end = column == 0 ? Bits : _shifts[column - 1];
        long packed = (score >> _shifts[column]) & ((1L << (end - _shifts[column])) - 1);
        ScoreColumn of = _columns[column];
        return of.Order == ScoreOrder.Descending ? of.Min + packed : of.Max - packed;
    }
}
