namespace Catalog.Engine.Storage.Journal;

/// <summary>What a repair may do.</summary>
public sealed record JournalRepairOptions
{
    /// <summary>The folder on the disk that holds the journal.</summary>
    public string Folder { get; init; } = "journal";

    /// <summary>
    /// Must be set by whoever has read what <see cref="JournalRepair.Inspect"/> says is lost: the repaired journal
    /// starts without it.
    /// </summary>
    public bool AcceptLoss { get; init; }
}
