namespace Catalog.Shell.Events.Contracts;

/// <summary>Everything that lives on the journal.</summary>
public sealed record ConsumerListAnswer(
    long CommittedPosition, IReadOnlyList<ConsumerAnswer> Consumers, IReadOnlyList<ProjectionAnswer> Projections);
