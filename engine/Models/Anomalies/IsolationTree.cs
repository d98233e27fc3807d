using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Models.Anomalies;

/// <summary>One tree of an <see cref="IsolationForest"/>: random cuts until rows are alone.</summary>
/// <remarks>
/// <code>
/// columns[i]   the column asked about, or -1 in a leaf
/// cuts[i]      values below it go left; in a leaf, the depth still to be expected
/// lefts[i]     the left child; the right one is next to it
/// </code>
/// </remarks>
internal sealed class IsolationTree(int[] columns, float[] cuts, int[] lefts)
{
    private const int MaxCutTries = 4;

    public static IsolationTree Grow(FeatureTable table, int[] rows, SeededRandom random)
    {
        int maxDepth = (int)Math.Ceiling(Math.Log2(rows.Length));
        List<int> columns = [-1], lefts = [0];
        List<float> cuts = [0];
        var open = new Stack<(int Node, int From, int To, int Depth)>();
        open.Push((0, 0, rows.Length, 0));
        while (open.TryPop(out (int Node, int From, int To, int Depth) at))
        {
            Span<int> own = rows.AsSpan(at.From, at.To - at.From);
            if (own.Length <= 1 || at.Depth >= maxDepth || !TryCut(table, own, random, out int column, out float cut))
            {
                cuts[at.Node] = (float)IsolationForest.UsualDepth(own.Length);
                continue;
            }

            int left = Partition(table, own, column, cut);
            (columns[at.Node], cuts[at.Node], lefts[at.Node]) = (column, cut, columns.Count);
            open.Push((columns.Count, at.From, at.From + left, at.Depth + 1));
            open.Push((columns.Count + 1, at.From + left, at.To, at.Depth + 1));
            columns.AddRange([-1, -1]);
            cuts.AddRange([0, 0]);
            lefts.AddRange([0, 0]);
        }

        return new IsolationTree([.. columns], [.. cuts], [.. lefts]);
    }

    public double DepthOf(ReadOnlySpan<float> row)
    {
        int node = 0, depth = 0;
        for (; columns[node] >= 0; depth++) node = lefts[node] + (row[columns[node]] < cuts[node] ? 0 : 1);
        return depth + cuts[node];
    }

    public void Save(ref MessagePackWriter writer)
    {
        ModelWire.Write(ref writer, columns);
        ModelWire.Write(ref writer, cuts);
        ModelWire.Write(ref writer, lefts);
    }

    public static IsolationTree Load(ref MessagePackReader reader, int columnCount)
    {
        int[] columns = ModelWire.ReadIntegers(ref reader);
        float[] cuts = ModelWire.ReadFloats(ref reader);
        int[] lefts = ModelWire.ReadIntegers(ref reader);
        bool isSound = columns.Length > 0 && cuts.Length == columns.Length && lefts.Length == columns.Length;
        ModelWire.Require(isSound, "A tree that does not add up.");
        for (int i = 0; i < columns.Length; i++)
        {
            // Children stand behind their parent: no tree leads in circles.
            bool isLeaf = columns[i] == -1;
            isSound &= isLeaf || (columns[i] >= 0 && columns[i] < columnCount);
            isSound &= isLeaf || (lefts[i] > i && lefts[i] + 1 < columns.Length);
        }

        ModelWire.Require(isSound, "A tree that does not add up.");
        return new IsolationTree(columns, cuts, lefts);
    }

    private static bool TryCut(
        FeatureTable table, ReadOnlySpan<int> rows, SeededRandom random, out int column, out float cut)
    {
        for (int i = 0; i < MaxCutTries; i++)
        {
            column = random.Next(table.Columns);
            float least = float.MaxValue, most = float.MinValue;
            foreach (int row in rows)
            {
                float value = table.Row(row)[column];
                least = Math.Min(least, value);
                most = Math.Max(most, value);
            }

            cut = (float)(least + (random.NextDouble() * ((double)most - least)));
            // Left of the cut and right of it are some.
            if (cut > least) return true;
        }

        (column, cut) = (-1, 0);
        return false;
    }

    private static int Partition(FeatureTable table, Span<int> rows, int column, float cut)
    {
        int left = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (table.Row(rows[i])[column] >= cut) continue;
            (rows[left], rows[i]) = (rows[i], rows[left]);
            left++;
        }

        return left;
    }
}
