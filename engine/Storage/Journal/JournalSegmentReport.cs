namespace Catalog.Engine.Storage.Journal;

/// <summary>What a look at one segment found.</summary>
/// <param name="File">The segment file, relative to the disk's root.</param>
/// <param name="Start">Position of its first record.</param>
/// <param name="End">Position behind its last acknowledged record.</param>
/// <param name="Facts">How many facts in it can be read, before and behind any damage.</param>
/// <param name="Damages">The spots in it that cannot.</param>
public sealed record JournalSegmentReport(
    string File,
    long Start,
    long End,
    long Facts,
    IReadOnlyList<JournalDamage> Damages);
