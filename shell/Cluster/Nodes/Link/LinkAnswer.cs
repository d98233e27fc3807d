using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>What came back for a command.</summary>
/// <param name="Outcome">Whether something did.</param>
/// <param name="Reply">The owner's answer, when there is one.</param>
/// <param name="Position">How far the owner's journal was committed.</param>
/// <param name="Owner">Where the command belongs, if the node that was asked believes to know.</param>
internal readonly record struct LinkAnswer<TResult>(
    LinkOutcome Outcome, Reply<TResult> Reply = default, long Position = 0, NodeAddress? Owner = null)
    where TResult : struct;
