using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// Looks at who played, game by game, and raises a case for whoever plays like nobody else. One server does it for all.
/// What it raises twice is one case.
/// </summary>
public sealed class CheatAnalyzer(PlaySource play, CaseRaiser raiser) : IEventConsumer
{
    /// <summary>The consumer's name, and that of the duty.</summary>
    public const string ConsumerName = "leaderboards-anti-cheat";

    /// <inheritdoc/>
    public string Name => ConsumerName;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == LeaderboardMachine.Id && header.Type is 10 or 31;

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        ulong playerId = envelope.Header.Type == ScoreCounted.TypeId
            ? envelope.Read<ScoreCounted>().PlayerId
            : envelope.Read<HeldScoreCounted>().PlayerId;
        await play.WaitForAsync(envelope.Header.Position + 1, cancel);
        if (!await raiser.RaiseAsync(playerId))
            throw new ConsumerNotReadyException("The game mode that a case is to be raised in does not answer.");
    }
}
