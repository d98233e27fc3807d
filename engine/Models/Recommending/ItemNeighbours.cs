using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Models.Recommending;

/// <summary>
/// Which items are taken by the same people: collaborative filtering from item to item, on implicit feedback.
/// <code>
/// likeness(i, j) = Σ over users w(u,i)·w(u,j) / (|i|·|j|) × n/(n + shrink)
/// starts     [ 0 │ 50 │ 93 │ … ]         per item, its neighbours, the most alike first
/// items, scores
/// </code>
/// </summary>
/// <remarks>
/// Sarwar and others 2001; Linden, Smith and York 2003; BM25 weighting: Robertson and Zaragoza 2009; shrinking: Koren
/// 2008. Building is O(Σ items of a user², once per item) with O(entries + items × neighbours) memory; a query is
/// O(history × neighbours). Ties go to the smaller item, so the same data gives the same neighbours. Immutable,
/// thread-safe.
/// </remarks>
public sealed class ItemNeighbours
{
    private const int WireVersion = 1;
    private readonly int[] _starts;
    private readonly int[] _items;
    private readonly float[] _scores;

    private ItemNeighbours(int[] starts, int[] items, float[] scores)
    {
        (_starts, _items, _scores) = (starts, items, scores);
    }

    /// <summary>Items it knows, numbered from 0.</summary>
    public int ItemCount => _starts.Length - 1;

    /// <summary>Finds the neighbours of every item.</summary>
    /// <param name="interactions">Who took what.</param>
    /// <param name="options">How; the usual when null.</param>
    public static ItemNeighbours Train(Interactions interactions, NeighbourOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        options ??= new NeighbourOptions();
        (int[] starts, int[] items, float[] scores) = new NeighbourSearch(interactions, options).Run();
        return new ItemNeighbours(starts, items, scores);
    }

    /// <summary>The items most like one. O(length of <paramref name="into"/>), allocates nothing.</summary>
    /// <returns>How many there are.</returns>
    public int Similar(int item, Span<ScoredItem> into)
    {
        if ((uint)item >= (uint)ItemCount) return 0;
        int count = Math.Min(into.Length, _starts[item + 1] - _starts[item]);
        for (int i = 0; i < count; i++)
            into[i] = new ScoredItem(_items[_starts[item] + i], _scores[_starts[item] + i]);
        return count;
    }

    /// <summary>
    /// Adds to each item's score its likeness to one that was taken. O(neighbours), allocates nothing.
    /// </summary>
    /// <param name="taken">The item that was taken; one it does not know adds nothing.</param>
    /// <param name="weight">How much that counts.</param>
    /// <param name="scores">A score an item.</param>
    /// <exception cref="ArgumentException">There are fewer scores than items.</exception>
    public void AddScores(int taken, float weight, Span<float> scores)
    {
        if (scores.Length < ItemCount) throw new ArgumentException("A score an item.", nameof(scores));
        if ((uint)taken >= (uint)ItemCount) return;
        for (int i = _starts[taken]; i < _starts[taken + 1]; i++) scores[_items[i]] += weight * _scores[i];
    }

    /// <summary>The items that speak most for somebody who took others. O(items + history × neighbours).</summary>
    /// <param name="history">What was taken; none of it is recommended.</param>
    /// <param name="into">Where they go, the best first.</param>
    /// <returns>How many there are.</returns>
    public int Recommend(ReadOnlySpan<int> history, Span<ScoredItem> into)
    {
        float[] scores = new float[ItemCount];
        foreach (int item in history) AddScores(item, 1, scores);
        foreach (int item in history)
            if ((uint)item < (uint)ItemCount) scores[item] = 0;
        return NeighbourSearch.TakeBest(scores, into);
    }

    /// <summary>Encodes it.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(WireVersion);
        ModelWire.Write(ref writer, _starts);
        ModelWire.Write(ref writer, _items);
        ModelWire.Write(ref writer, _scores);
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a model.</exception>
    public static ItemNeighbours Load(ref MessagePackReader reader)
    {
        bool isKnown = reader.ReadArrayHeader() == 4 && reader.ReadInt32() == WireVersion;
        ModelWire.Require(isKnown, "Not item neighbours.");
        int[] starts = ModelWire.ReadIntegers(ref reader);
        int[] items = ModelWire.ReadIntegers(ref reader);
        float[] scores = ModelWire.ReadFloats(ref reader);
        bool isSound = starts.Length > 0 && starts[0] == 0 && starts[^1] == items.Length
            && scores.Length == items.Length;
        for (int i = 1; i < starts.Length; i++) isSound &= starts[i] >= starts[i - 1];
        foreach (int item in items) isSound &= item >= 0 && item < starts.Length - 1;
        ModelWire.Require(isSound, "Item neighbours that do not add up.");
        return new ItemNeighbours(starts, items, scores);
    }
}
