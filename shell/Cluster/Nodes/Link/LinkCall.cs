using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>A command that waits for its answer.</summary>
/// <param name="deadlineMs">Until when it waits, by <see cref="Environment.TickCount64"/>.</param>
internal abstract class LinkCall(long deadlineMs)
{
    private long _volume = long.MaxValue;

    /// <summary>The outbox's volume it is in; beyond all of them before it is in one. Thread-safe.</summary>
    internal long Volume
    {
        get => Volatile.Read(ref _volume);
        set => Volatile.Write(ref _volume, value);
    }

    /// <summary>Until when it waits.</summary>
    internal long DeadlineMs { get; } = deadlineMs;

    /// <summary>It was answered.</summary>
    internal abstract void Complete(in AnswerHeader header, ref MessagePackReader result);

    /// <summary>It will not be.</summary>
    internal abstract void Fail(LinkOutcome outcome);
}
