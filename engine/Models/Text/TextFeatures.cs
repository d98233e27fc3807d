using System.Buffers;

namespace Catalog.Engine.Models.Text;

/// <summary>
/// The features of one text, each once and in order of its bucket: words, runs of characters inside a word's
/// boundaries (Bojanowski and others 2017), pairs of neighbouring words. From a pool; not thread-safe.
/// </summary>
internal sealed class TextFeatures : IDisposable
{
    private readonly TextEmbedderOptions _options;
    private readonly ulong _mask;
    private int[] _buckets = ArrayPool<int>.Shared.Rent(512);
    private float[] _weights = ArrayPool<float>.Shared.Rent(512);

    /// <summary>Finds them. O(characters × sizes of runs + features log features).</summary>
    public TextFeatures(string text, TextEmbedderOptions options)
    {
        _options = options;
        _mask = (1UL << options.BucketBits) - 1;
        IReadOnlyList<TextToken> tokens = TextTokenizer.Tokenize(text, options.MaxTokens);
        for (int i = 0; i < tokens.Count; i++)
        {
            AddWord(tokens[i].Text);
            if (i == 0 || options.PairWeight <= 0) continue;
            ulong first = TextHash.Add(TextHash.Add(TextHash.Start, tokens[i - 1].Text), ' ');
            Add(TextHash.Add(first, tokens[i].Text) ^ 2, (float)options.PairWeight);
        }

        Merge();
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Their buckets, rising.</summary>
    public ReadOnlySpan<int> Buckets => _buckets.AsSpan(0, Count);

    /// <summary>How often each comes, weighed by its kind.</summary>
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, Count);

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_buckets);
        ArrayPool<float>.Shared.Return(_weights);
    }

    private void AddWord(string word)
    {
        Add(TextHash.Add(TextHash.Start, word), 1);
        int length = word.Length + 2;
        int most = Math.Min(_options.MaxGram, length - 1);
        int count = 0;
        for (int size = _options.MinGram; size <= most; size++) count += length - size + 1;
        if (count == 0 || _options.GramWeight <= 0) return;
        float weight = (float)(_options.GramWeight / count);
        for (int size = _options.MinGram; size <= most; size++)
        {
            for (int start = 0; start + size <= length; start++)
            {
                ulong hash = TextHash.Start;
                for (int i = start; i < start + size; i++) hash = TextHash.Add(hash, CharAt(word, i));
                Add(hash ^ 1, weight);
            }
        }
    }

    /// <summary>A word's character with a boundary on each side.</summary>
    private static char CharAt(string word, int index) =>
        index == 0 ? '<' : index == word.Length + 1 ? '>' : word[index - 1];

    private void Add(ulong hash, float weight)
    {
        if (Count == Math.Min(_buckets.Length, _weights.Length)) Grow();
        _buckets[Count] = (int)(TextHash.Mix(hash) & _mask);
        _weights[Count++] = weight;
    }

    private void Grow()
    {
        int[] buckets = ArrayPool<int>.Shared.Rent(2 * Count);
        float[] weights = ArrayPool<float>.Shared.Rent(2 * Count);
        _buckets.AsSpan(0, Count).CopyTo(buckets);
        _weights.AsSpan(0, Count).CopyTo(weights);
        ArrayPool<int>.Shared.Return(_buckets);
        ArrayPool<float>.Shared.Return(_weights);
        (_buckets, _weights) = (buckets, weights);
    }

    private void Merge()
    {
        Array.Sort(_buckets, _weights, 0, Count);
        int kept = 0;
        for (int i = 0; i < Count;)
        {
            int bucket = _buckets[i];
            double sum = 0;
            for (; i < Count && _buckets[i] == bucket; i++) sum += _weights[i];
            _buckets[kept] = bucket;
            _weights[kept++] = (float)sum;
        }

        Count = kept;
    }
}
