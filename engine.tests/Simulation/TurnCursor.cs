namespace Catalog.Engine.Tests.Simulation;

/// <summary>Walks a turn's decisions and facts side by side.</summary>
internal sealed class TurnCursor(IReadOnlyList<TracedDecision> decisions, IReadOnlyList<Fact> facts)
{
    private int _decision;
    private int _fact;

    internal TracedDecision? Decision => _decision < decisions.Count ? decisions[_decision] : null;

    internal bool IsAtEnd => _decision == decisions.Count && _fact == facts.Count;

    /// <summary>Whether the next decision was made on this command.</summary>
    internal bool IsOf(ClientCommand command) =>
        Decision is { } decision
        && decision.ShowtimeId == command.ShowtimeId
        && command.Command.Equals(decision.Command);

    /// <summary>The facts of the next decision, which is then behind.</summary>
    internal List<Fact> TakeFacts()
    {
        int count = decisions[_decision++].EmittedCount;
        SimulationFailure.Require(_fact + count <= facts.Count, "Facts were emitted that the batch does not have.");
        List<Fact> taken = [.. facts.Skip(_fact).Take(count)];
        _fact += count;
        return taken;
    }

    /// <summary>The core's own fact behind a keyed command's.</summary>
    internal Fact? TakeKey() => _fact < facts.Count && facts[_fact].IsIdempotency ? facts[_fact++] : null;
}
