namespace Catalog.Engine.Core.Consumers;

/// <summary>What is kept of a consumer.</summary>
/// <param name="Offset">Every fact before this journal position was handled or parked.</param>
/// <param name="Parked">The facts it gave up on, in the order of their positions.</param>
public sealed record ConsumerState(long Offset, IReadOnlyList<ParkedEvent> Parked);
