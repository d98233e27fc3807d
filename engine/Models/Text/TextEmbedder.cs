using Catalog.Engine.Wire;

namespace Catalog.Engine.Models.Text;

/// <summary>
/// Texts as unit vectors: similar texts have a large dot product. Words, runs of characters and pairs of words are
/// hashed into buckets (Weinberger and others 2009), weighed by how rare they are among the learned texts (idf), and
/// projected to a few hundred dimensions with the sparse Johnson-Lindenstrauss transform of Kane and Nelson (2014):
/// each feature adds ± its weight to one place in each of eight blocks of the vector.
/// <code>
/// text ─► words, &lt;runs&gt;, pairs ─► bucket ─► weight = (1 + ln tf) · idf ─► 8 signed places ─► length 1
/// counts  [ 3 | 0 | 17 | … ]   how many learned texts have the bucket, 2^BucketBits of them
/// </code>
/// Invariants: (1) no count is negative or above <see cref="LearnedCount"/>; (2) a vector has length 1, or is zero
/// when the text has no words.
/// </summary>
/// <remarks>
/// Deterministic: the same texts learned, in any order, give the same vectors everywhere. Memory is
/// 4 · 2^BucketBits bytes. Embedding may run on many threads at once, learning not beside it.
/// Knows no synonyms: texts are alike when they share words, stems or spellings.
/// </remarks>
public sealed class TextEmbedder
{
    /// <summary>Places of a vector that a feature adds to.</summary>
    public const int Blocks = 8;

    private const int WireVersion = 1;

    private readonly int[] _counts;

    /// <summary>Makes one that has learned nothing: all features weigh the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public TextEmbedder(TextEmbedderOptions? options = null)
    {
        Options = options ?? new TextEmbedderOptions();
        Options.Check();
        _counts = new int[1 << Options.BucketBits];
    }

    /// <summary>How texts become vectors.</summary>
    public TextEmbedderOptions Options { get; }

    /// <summary>Length of a vector.</summary>
    public int Dimensions => Options.Dimensions;

    /// <summary>Texts learned.</summary>
    public int LearnedCount { get; private set; }

    /// <summary>Counts a text's features. O(length); what it takes while it runs comes from pools.</summary>
    public void Learn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var features = new TextFeatures(text, Options);
        foreach (int bucket in features.Buckets) _counts[bucket]++;
        LearnedCount++;
    }

    /// <summary>Makes a text's vector. O(length); what it takes while it runs comes from pools.</summary>
    /// <param name="text">The text.</param>
    /// <param name="into">Where it goes.</param>
    /// <returns>False when the text has no words, and the vector is zero.</returns>
    /// <exception cref="ArgumentException">There is no room for it.</exception>
    public bool Embed(string text, Span<float> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (into.Length < Dimensions) throw new ArgumentException("Is shorter than a vector.", nameof(into));
        Span<float> vector = into[..Dimensions];
        vector.Clear();
        using var features = new TextFeatures(text, Options);
        ReadOnlySpan<int> buckets = features.Buckets;
        ReadOnlySpan<float> weights = features.Weights;
        for (int i = 0; i < buckets.Length; i++) Project(buckets[i], weights[i] * IdfOf(buckets[i]), vector);
        return VectorMath.Normalize(vector);
    }

    /// <summary>Makes a text's vector in an array of its own.</summary>
    public float[] Embed(string text)
    {
        float[] vector = new float[Dimensions];
        Embed(text, vector);
        return vector;
    }

    /// <summary>Saves what was learned: <c>[version, bits, texts, [bucket step, count, …]]</c>. O(buckets).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        int used = 0;
        foreach (int count in _counts)
            if (count > 0) used++;
        writer.WriteArrayHeader(4);
        writer.Write(WireVersion);
        writer.Write(Options.BucketBits);
        writer.Write(LearnedCount);
        writer.WriteArrayHeader(2 * used);
        for (int bucket = 0, last = 0; bucket < _counts.Length; bucket++)
        {
            if (_counts[bucket] == 0) continue;
            writer.Write(bucket - last);
            writer.Write(_counts[bucket]);
            last = bucket;
        }
    }

    /// <summary>Replaces what was learned by what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">
    /// The bytes are not that, or of an embedder with other buckets.
    /// </exception>
    public void Load(ref MessagePackReader reader)
    {
        Expect(reader.ReadArrayHeader() == 4 && reader.ReadInt32() == WireVersion);
        Expect(reader.ReadInt32() == Options.BucketBits);
        int learned = reader.ReadInt32();
        Expect(learned >= 0);
        int used = reader.ReadArrayHeader() / 2;
        Array.Clear(_counts);
        for (int i = 0, bucket = 0; i < used; i++)
        {
            int step = reader.ReadInt32();
            Expect(step >= 0 && step < _counts.Length - bucket);
            bucket += step;
            int count = reader.ReadInt32();
            Expect(count > 0 && count <= learned);
            _counts[bucket] = count;
        }

        LearnedCount = learned;
    }

    private float IdfOf(int bucket)
    {
        if (LearnedCount == 0) return 1;
        int count = _counts[bucket];
        double idf = Math.Log(1 + (LearnedCount / (double)Math.Max(1, count)));
        return (float)(count == 0 ? idf * Options.UnseenWeight : idf);
    }

    private void Project(int bucket, float weight, Span<float> vector)
    {
        int size = Dimensions / Blocks;
        for (int block = 0; block < Blocks; block++)
        {
            ulong random = TextHash.Mix(Options.Seed + (ulong)((bucket * (long)Blocks) + block));
            int place = (block * size) + (int)(((random >> 32) * (ulong)size) >> 32);
            vector[place] += (random & 1) == 0 ? weight : -weight;
        }
    }

    private static void Expect(bool holds)
    {
        if (!holds) throw new MessagePackFormatException("These are no counts of this embedder.");
    }
}
