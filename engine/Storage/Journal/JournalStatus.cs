namespace Catalog.Engine.Storage.Journal;

/// <summary>How large a journal is, and whether it takes more.</summary>
/// <param name="FirstPosition">The position the oldest record still kept starts at.</param>
/// <param name="CommittedPosition">The position just behind the last durable record.</param>
/// <param name="SegmentCount">Segment files in use.</param>
/// <param name="AllocatedBytes">Bytes of disk they take.</param>
/// <param name="AcceptsWrites">Whether there is room for more.</param>
public readonly record struct JournalStatus(
    long FirstPosition, long CommittedPosition, int SegmentCount, long AllocatedBytes, bool AcceptsWrites);
