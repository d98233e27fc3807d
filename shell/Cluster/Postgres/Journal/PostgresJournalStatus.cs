namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>How the cluster's log is, and this node's part in it.</summary>
/// <param name="FirstPosition">The position the oldest record still kept starts at.</param>
/// <param name="HeadPosition">The position behind the last record at the server.</param>
/// <param name="CommittedPosition">How far this node knows it.</param>
/// <param name="RowCount">Rows, as the server estimates them.</param>
/// <param name="TableBytes">What they take on its disk, with indexes and what is not cleaned up yet.</param>
/// <param name="GroupCount">Groups this node committed since it started.</param>
/// <param name="CommitMedianMs">How long its last ones took, in milliseconds: the median.</param>
/// <param name="CommitP99Ms">The same: 99 of a hundred took less.</param>
/// <param name="Term">The term of its session; 0 while there is none.</param>
public sealed record PostgresJournalStatus(
    long FirstPosition,
    long HeadPosition,
    long CommittedPosition,
    long RowCount,
    long TableBytes,
    long GroupCount,
    double CommitMedianMs,
    double CommitP99Ms,
    long Term);
