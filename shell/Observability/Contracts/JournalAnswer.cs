namespace Catalog.Shell.Observability.Contracts;

/// <summary>How large the journal is.</summary>
/// <param name="FirstPosition">The position the oldest record starts at.</param>
/// <param name="CommittedPosition">The position behind the last durable record.</param>
/// <param name="LiveBytes">Bytes between them.</param>
/// <param name="AllocatedBytes">Bytes of disk it takes, in files or at the database.</param>
/// <param name="Segments">Its files; 0 where it is in a database.</param>
/// <param name="AcceptsWrites">Whether there is room for more; in a database, whether there is a session.</param>
public sealed record JournalAnswer(
    long FirstPosition,
    long CommittedPosition,
    long LiveBytes,
    long AllocatedBytes,
    int Segments,
    bool AcceptsWrites);
