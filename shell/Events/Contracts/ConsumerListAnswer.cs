namespace Catalog.Shell.Events.Contracts;

/// <summary>Everything that lives on the journal, and this server's members of consumer groups at a broker.</summary>
public sealed record ConsumerListAnswer(
    long CommittedPosition, IReadOnlyList<ConsumerAnswer> Consumers, IReadOnlyList<ProjectionAnswer> Projections,
    IReadOnlyList<ConsumerGroupAnswer> Groups);
