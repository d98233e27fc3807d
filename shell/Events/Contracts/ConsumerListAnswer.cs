namespace Catalog.Shell.Events.Contracts;

/// <summary>
/// Everything that lives on the journal, on all servers, and this server's members of consumer groups at a broker.
/// </summary>
public sealed record ConsumerListAnswer(
    long CommittedPosition, IReadOnlyList<ConsumerAnswer> Consumers, IReadOnlyList<ProjectionAnswer> Projections,
    IReadOnlyList<ConsumerGroupAnswer> Groups)
{
    /// <summary>Consumers of servers that could not be asked just now.</summary>
    public IReadOnlyList<ConsumerElsewhereAnswer> Unknown { get; init; } = [];
}
