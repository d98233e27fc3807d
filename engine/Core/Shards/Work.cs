using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// Something a shard has been asked to do. It is decided on the shard's loop, kept with the batch it was decided in,
/// and
/// completed once that batch is durable.
/// </summary>
internal abstract class Work
{
    /// <summary>Does the work; on the shard's loop.</summary>
    public abstract void Decide(Shard shard);

    /// <summary>
    /// Everything decided up to and with this work is durable: release the caller. On the journal's thread.
    /// </summary>
    public abstract void Complete();

    /// <summary>The work will not be decided; nothing has happened.</summary>
    public abstract void Refuse(ReplyStatus status);
}
