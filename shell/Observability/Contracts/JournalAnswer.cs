namespace Catalog.Shell.Observability.Contracts;

/// <summary>How large the journal is.</summary>
/// <param name="FirstPosition">The position the oldest record starts at.</param>
/// <param name="CommittedPosition">The position behind the last durable record.</param>
/// <param name="LiveBytes">Bytes between them.</param>
/// <param name="AllocatedBytes">Bytes of disk its files take.</param>
/// <param name="Segments">Its files.</param>
/// <param name="AcceptsWrites">Whether there is room for more.</param>
public sealed record JournalAnswer(
    long FirstPosition,
    long CommittedPosition,
    long LiveBytes,
    long AllocatedBytes,
    int Segments,
    bool AcceptsWrites);
