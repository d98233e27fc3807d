using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Models.Anomalies;

/// <summary>
/// Scores how unusual a row is among those it was grown on, in any number of columns and without examples: what is
/// unusual is set apart by few random cuts.
/// <code>
/// score = 2^(-E[depth] / c(n))      near 1: anomaly;  about 0.5 and less: like the others
/// </code>
/// </summary>
/// <remarks>
/// Liu, Ting and Zhou, "Isolation forest", 2008. Growing is O(trees × sample × log sample), scoring
/// O(trees × log sample) without allocation, memory O(trees × sample). The same rows and seed give the same forest.
/// Immutable, thread-safe.
/// </remarks>
public sealed class IsolationForest
{
    private const int WireVersion = 1;
    private const double EulerGamma = 0.577_215_664_901_532_9;
    private readonly IsolationTree[] _trees;
    private readonly double _usualDepth;

    private IsolationForest(int columns, int sampleRows, IsolationTree[] trees)
    {
        Columns = columns;
        SampleRows = sampleRows;
        _trees = trees;
        _usualDepth = UsualDepth(sampleRows);
    }

    /// <summary>Numbers in a row.</summary>
    public int Columns { get; }

    /// <summary>Rows each tree saw.</summary>
    public int SampleRows { get; }

    /// <summary>Grows a forest.</summary>
    /// <param name="table">The rows; targets do not matter.</param>
    /// <param name="options">How; the usual when null.</param>
    /// <param name="random">Chance.</param>
    /// <exception cref="ArgumentException">There are fewer than two rows, or an option is not positive.</exception>
    public static IsolationForest Train(FeatureTable table, IsolationOptions? options, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(random);
        options ??= new IsolationOptions();
        if (table.Rows < 2) throw new ArgumentException("There are no others to be unlike.", nameof(table));
        if (options.Trees < 1 || options.SampleRows < 2) throw new ArgumentException("Too few.", nameof(options));
        int sample = Math.Min(options.SampleRows, table.Rows);
        int[] rows = new int[table.Rows];
        for (int i = 0; i < rows.Length; i++) rows[i] = i;
        var trees = new IsolationTree[options.Trees];
        for (int t = 0; t < trees.Length; t++)
        {
            for (int i = 0; i < sample; i++)
            {
                int other = i + random.Next(rows.Length - i);
                (rows[i], rows[other]) = (rows[other], rows[i]);
            }

            trees[t] = IsolationTree.Grow(table, rows.AsSpan(0, sample).ToArray(), random);
        }

        return new IsolationForest(table.Columns, sample, trees);
    }

    /// <summary>How unusual a row is, 0 to 1. O(trees × log sample), allocates nothing.</summary>
    /// <exception cref="ArgumentException">The row has another number of columns.</exception>
    public double Score(ReadOnlySpan<float> row)
    {
        if (row.Length != Columns) throw new ArgumentException($"A row has {Columns} numbers.", nameof(row));
        double sum = 0;
        foreach (IsolationTree tree in _trees) sum += tree.DepthOf(row);
        return Math.Pow(2, -sum / _trees.Length / _usualDepth);
    }

    /// <summary>Encodes the forest.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(WireVersion);
        writer.Write(Columns);
        writer.Write(SampleRows);
        writer.WriteArrayHeader(_trees.Length);
        foreach (IsolationTree tree in _trees) tree.Save(ref writer);
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a forest.</exception>
    public static IsolationForest Load(ref MessagePackReader reader)
    {
        bool isKnown = reader.ReadArrayHeader() == 4 && reader.ReadInt32() == WireVersion;
        ModelWire.Require(isKnown, "Not an isolation forest.");
        int columns = reader.ReadInt32();
        int sample = reader.ReadInt32();
        var trees = new IsolationTree[reader.ReadArrayHeader()];
        ModelWire.Require(columns > 0 && sample > 1 && trees.Length > 0, "An isolation forest without trees.");
        for (int t = 0; t < trees.Length; t++) trees[t] = IsolationTree.Load(ref reader, columns);
        return new IsolationForest(columns, sample, trees);
    }

    /// <summary>The average depth at which a search tree of n rows ends.</summary>
    internal static double UsualDepth(int rows) => rows switch
    {
        <= 1 => 0,
        2 => 1,
        _ => (2 * (Math.Log(rows - 1) + EulerGamma)) - (2.0 * (rows - 1) / rows),
    };
}
