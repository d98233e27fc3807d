namespace Catalog.Engine.Storage.Journal;

/// <summary>A record in the middle of the journal is damaged: acknowledged facts would be lost by going on.</summary>
/// <param name="file">The file, relative to the data folder.</param>
/// <param name="offset">The byte in the file where the damaged record starts.</param>
/// <param name="reason">What is wrong with it.</param>
public sealed class JournalCorruptException(string file, long offset, string reason)
    : IOException($"{file}: damaged record at byte {offset}: {reason}")
{
    /// <summary>The file, relative to the data folder.</summary>
    public string File { get; } = file;

    /// <summary>The byte in the file where the damaged record starts.</summary>
    public long Offset { get; } = offset;
}
