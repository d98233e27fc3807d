namespace Catalog.Engine.Models.Text;

/// <summary>How texts become vectors. Two embedders give comparable vectors only with equal options.</summary>
public sealed record TextEmbedderOptions
{
    /// <summary>Length of a vector, 32 to 4096, a multiple of <see cref="TextEmbedder.Blocks"/>.</summary>
    public int Dimensions { get; init; } = 512;

    /// <summary>Features that are told apart: 2 to this power, 10 to 22. 2^18 counts take 1 MiB.</summary>
    public int BucketBits { get; init; } = 18;

    /// <summary>Shortest run of characters that is a feature of a word.</summary>
    public int MinGram { get; init; } = 4;

    /// <summary>Longest run of characters that is a feature of a word, at most 8.</summary>
    public int MaxGram { get; init; } = 5;

    /// <summary>What all runs of a word weigh together, the word itself being 1.</summary>
    public double GramWeight { get; init; } = 3.0;

    /// <summary>What a pair of neighbouring words weighs, a word being 1.</summary>
    public double PairWeight { get; init; } = 0.1;

    /// <summary>
    /// What a feature that no learned text has weighs beside one that one text has: misspellings are such.
    /// </summary>
    public double UnseenWeight { get; init; } = 0.1;

    /// <summary>Tokens of a text that are looked at.</summary>
    public int MaxTokens { get; init; } = 2048;

    /// <summary>Chooses the projection.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Dimensions, 32);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Dimensions, 4096);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Dimensions % TextEmbedder.Blocks, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(BucketBits, 10);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BucketBits, 22);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinGram, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxGram, MinGram);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxGram, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTokens, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxTokens, 65_536);
    }
}
