using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <summary>Something the engine itself wants done on a shard's loop.</summary>
internal sealed class ControlWork(Action<Shard> action) : Work
{
    public override void Decide(Shard shard) => action(shard);

    public override void Complete()
    {
    }

    public override void Refuse(ReplyStatus status)
    {
    }
}
